public import Tensors

extension Module {
  /// What is called with a module, its input and its output.
  public typealias ForwardHook = (_ module: Module, _ input: Tensor, _ output: Tensor) -> Void

  /// Calls `hook` each time after the module has computed, to look at what goes in and comes out.
  ///
  ///     let handle = model.conv1.registerForwardHook { layer, input, output in
  ///       print(input.shape, output.shape)  // [64, 1, 28, 28] [64, 6, 28, 28]
  ///     }
  ///     _ = model(images)
  ///     handle.remove()
  ///
  /// (PyTorch: `register_forward_hook`.) As there, `forward(x)` called by its name passes the hooks
  /// by, and a layer with `inplace: true` that follows changes the output that was seen: `clone()`
  /// what is to be kept. Unlike there, a hook cannot put another output in its place.
  @discardableResult
  public final func registerForwardHook(_ hook: @escaping ForwardHook) -> HookHandle {
    let number = forwardHooks.add(hook)
    return HookHandle { [weak forwardHooks] in forwardHooks?.remove(number) }
  }
}

/// The forward hooks of a module.
final class ForwardHooks {
  private var hooks: [(number: Int, hook: Module.ForwardHook)] = []
  private var nextNumber = 0

  func add(_ hook: @escaping Module.ForwardHook) -> Int {
    nextNumber += 1
    hooks.append((nextNumber, hook))
    return nextNumber
  }

  func remove(_ number: Int) { hooks.removeAll { $0.number == number } }

  /// Calls those that are there when the first is called: a hook may take itself away.
  func call(_ module: Module, _ input: Tensor, _ output: Tensor) {
    for (_, hook) in hooks { hook(module, input, output) }
  }
}
