internal import Tensors

/// What is called before and after a module computes.
final class ModuleObserver {
  let before: (_ input: Tensor) -> Void
  let after: (_ output: Tensor) -> Void

  init(before: @escaping (Tensor) -> Void, after: @escaping (Tensor) -> Void) {
    self.before = before
    self.after = after
  }
}
