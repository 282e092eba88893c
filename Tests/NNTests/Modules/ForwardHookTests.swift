import NN
import Tensors
import Testing

extension Seeded {
  /// Hooks see input and output of every call, in the order in which they were registered.
  @Test func forwardHooks() {
    let layer = Linear(2, 3)
    let model = Sequential(layer, ReLU())
    var calls: [String] = []
    layer.registerForwardHook { module, input, output in
      calls.append("first \(module === layer) \(input.shape) \(output.shape)")
    }
    model.registerForwardHook { _, _, _ in calls.append("second") }
    let x = Tensor.rand(4, 2)
    _ = model(x)
    #expect(calls == ["first true [4, 2] [4, 3]", "second"])
    // As in PyTorch, a call of `forward` by its name passes hooks by.
    _ = layer.forward(x)
    #expect(calls.count == 2)
    #expect(model.namedModules().map(\.name) == ["", "0", "1"])
  }

  /// A hook is taken away once, by its handle, also from within a call.
  @Test func removedForwardHooks() {
    let layer = ReLU()
    var (first, second) = (0, 0)
    var handle: HookHandle?
    handle = layer.registerForwardHook { _, _, _ in
      first += 1
      handle?.remove()
    }
    let other = layer.registerForwardHook { _, _, _ in second += 1 }
    for _ in 0..<3 { _ = layer(Tensor([1.0])) }
    handle?.remove()
    #expect(first == 1 && second == 3)
    other.remove()
    _ = layer(Tensor([1.0]))
    #expect(second == 3)
  }

  /// A summary leaves hooks where they are, and calls them for its one run.
  @Test func summariesKeepHooks() {
    let model = Sequential(Linear(2, 3), ReLU())
    var calls = 0
    model[0].registerForwardHook { _, _, _ in calls += 1 }
    let text = "\(summary(model, inputSize: [1, 2]))"
    #expect(calls == 1 && text.contains("Linear: 1-1"))
    _ = model(Tensor.rand(1, 2))
    #expect(calls == 2)
  }
}
