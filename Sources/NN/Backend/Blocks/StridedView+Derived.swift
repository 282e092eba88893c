internal import Tensors

extension StridedView {
  /// These elements of float32 in another form, kept with them as long as they stay as they are if
  /// they are all of their storage.
  func derived(
    for form: Any.Type, count byForm: Int, _ fill: (UnsafeMutablePointer<Float>) -> Void
  ) -> Storage {
    let byteCount = byForm * 4
    if offset == 0, count * 4 == storage.byteCount {
      return storage.derived(for: form, byteCount: byteCount) {
        fill($0.assumingMemoryBound(to: Float.self))
      }
    }
    let memory = Storage(byteCount: byteCount, device: .cpu)
    fill(memory.base.assumingMemoryBound(to: Float.self))
    return memory
  }
}
