internal import Tensors

/// A number for each channel as the loops over planes take it: for each lane of a plane of its own.
struct LaneNumbers: Sendable {
  private let memory: Storage

  /// Spreads the numbers of a contiguous view.
  init(_ numbers: StridedView, _ shape: BlockShape) {
    let source = numbers.pointer(Float.self)
    memory = Storage(byteCount: shape.depth * BlockShape.lanes * 4, device: .cpu)
    let target = memory.base.assumingMemoryBound(to: Float.self)
    for index in 0..<shape.depth * BlockShape.lanes {
      let channel = shape.lane == .image ? index / BlockShape.lanes : index
      target[index] = channel < shape.channels ? source[channel] : 0
    }
  }

  /// The numbers of a plane, at a multiple of 64 bytes.
  subscript(plane: Int) -> UnsafePointer<Float> {
    UnsafePointer(memory.base.assumingMemoryBound(to: Float.self) + plane * BlockShape.lanes)
  }
}
