/// What a tensor's gradient passes before it goes on, kept by the tensor's node.
final class GradientHooks {
  typealias Hook = (Tensor) -> Tensor?

  private var hooks: [(number: Int, hook: Hook)] = []
  private var nextNumber = 0
  /// Whether the gradient of a tensor that is no leaf is kept, and the sum of those kept so far.
  var isRetaining = false
  var retained: Tensor?

  func add(_ hook: @escaping Hook) -> Int {
    nextNumber += 1
    hooks.append((nextNumber, hook))
    return nextNumber
  }

  /// Lets go of the hooks, which may hold the very tensor whose node holds them.
  func removeAll() { hooks = [] }

  func remove(_ number: Int) { hooks.removeAll { $0.number == number } }

  /// The gradient after all hooks, each of which sees what the one before it gave.
  func apply(to gradient: Tensor) -> Tensor {
    var gradient = gradient
    for (_, hook) in hooks {
      guard let replacement = hook(gradient) else { continue }
      if replacement.layout.shape != gradient.layout.shape || replacement.dtype != gradient.dtype {
        misuse(
          "the hook gave a gradient of another shape or type (\(replacement.dtype.name) for "
            + "\(gradient.dtype.name))",
          in: "registerHook",
          [Argument("gradient", gradient), Argument("replacement", replacement)])
      }
      gradient = replacement
    }
    if isRetaining { retained = retained.map { $0 + gradient } ?? gradient.clone() }
    return gradient
  }
}

extension Tensor {
  /// Calls `hook` with the gradient of this tensor in every backward pass; a tensor that it returns
  /// takes the gradient's place.
  ///
  ///     let x = Tensor([1.0, 2], requiresGrad: true)
  ///     x.registerHook { gradient in gradient * 10 }
  ///     x.sum().backward()
  ///     print(x.grad!)  // tensor([10., 10.])
  ///
  /// A leaf's hook sees the sum of one pass, before it is added to `grad`. What the hook computes is
  /// not recorded. A change in place gives the tensor a new history, which starts without hooks.
  @discardableResult
  public final func registerHook(_ hook: @escaping (Tensor) -> Tensor?) -> HookHandle {
    let hooks = gradientHooks(for: "registerHook")
    let number = hooks.add(hook)
    return HookHandle { [weak hooks] in hooks?.remove(number) }
  }

  /// Calls `hook` with the gradient of this tensor in every backward pass, to look at it.
  ///
  ///     x.registerHook { print($0) }
  @discardableResult
  public final func registerHook(_ hook: @escaping (Tensor) -> Void) -> HookHandle {
    registerHook { (gradient: Tensor) -> Tensor? in
      hook(gradient)
      return nil
    }
  }

  /// Keeps the gradient of this result in `grad`, as leaves do. (PyTorch: `retain_grad`.)
  public final func retainGrad() {
    let hooks = gradientHooks(for: "retainGrad")
    if !isLeaf { hooks.isRetaining = true }
  }

  private func gradientHooks(for operation: String) -> GradientHooks {
    guard let node else {
      misuse(
        "this tensor gets no gradient", in: operation, [Argument("self", self)],
        hint: "make it, or what it is computed from, with requiresGrad: true")
    }
    let hooks = node.hooks ?? GradientHooks()
    node.hooks = hooks
    return hooks
  }
}
