import NN
import Tensors
import Testing

private class Base: Module {
  let first = Linear(2, 3)
  let scale = Parameter(Tensor.ones(1))
}

private final class Net: Base {
  let second: Linear? = Linear(3, 3)
  let missing: Linear? = nil
  let floors = [Linear(3, 3), Linear(3, 3)]
  let count = Buffer(Tensor(0))
  let numbers = [1, 2, 3]
  lazy var late = Linear(3, 1)

  override func forward(_ x: Tensor) -> Tensor { late(first(x) * scale) }
}

extension Seeded {
  /// Properties are found in the order of declaration, superclass first, also in optionals and arrays.
  @Test func reflection() {
    let net = Net()
    #expect(
      net.namedParameters().map(\.name) == [
        "scale", "first.weight", "first.bias", "second.weight", "second.bias", "floors.0.weight",
        "floors.0.bias", "floors.1.weight", "floors.1.bias",
      ])
    // A lazy layer exists once it was used, under the name the program gave it.
    _ = net(Tensor.ones(1, 2))
    #expect(net.namedChildren().map(\.name) == ["first", "second", "floors", "late"])
    #expect(net.namedBuffers().map(\.name) == ["count"])
    #expect(net.parameterCount == 1 + 9 + 12 + 12 + 12 + 4)
    #expect(
      net.namedModules().map(\.name)
        == ["", "first", "second", "floors", "floors.0", "floors.1", "late"])
  }

  /// A layer used in two places is counted, trained and listed once.
  @Test func sharedLayers() {
    let shared = Linear(2, 2)
    let model = Sequential(shared, ReLU(), shared)
    #expect(model.namedParameters().map(\.name) == ["0.weight", "0.bias"])
    #expect(model.parameterCount == 6)
  }

  /// `train` and `eval` reach every module, and only dropout and normalisation care.
  @Test func modes() {
    let model = Sequential(Linear(2, 2), Sequential(["drop": Dropout()]))
    #expect(model.modules().allSatisfy { $0.training })
    model.eval()
    #expect(model.modules().allSatisfy { !$0.training })
    model.train()
    #expect(model.modules().allSatisfy { $0.training })
  }

  /// Frozen parameters gather no gradients; `zeroGrad` forgets those of the others.
  @Test func freezing() {
    let (first, second) = (Linear(2, 3), Linear(3, 1))
    let model = Sequential(first, second)
    first.requiresGrad(false)
    model(Tensor.ones(4, 2)).sum().backward()
    #expect(first.weight.grad == nil)
    #expect(second.weight.grad != nil)
    model.zeroGrad()
    #expect(second.weight.grad == nil)
  }

  /// `apply` visits children before their parents.
  @Test func application() {
    var order: [String] = []
    Sequential(["a": Linear(1, 1), "b": Sequential(ReLU())]).apply { module in
      order.append("\(type(of: module))")
    }
    #expect(order == ["Linear", "ReLU", "Sequential", "Sequential"])
  }

  /// A sequence's layers are reached by place, from either end, and by name.
  @Test func sequentialAccess() {
    let named = Sequential(["F6": Linear(120, 84), "relu6": ReLU(), "F7": Linear(84, 10)])
    #expect("\(named[0])" == "Linear(in_features=120, out_features=84, bias=True)")
    #expect(named[-1] === named["F7"])
    #expect(named.count == 3)
    #expect(named(Tensor.zeros(5, 120)).shape == [5, 10])
  }

  /// Sequences and lists are walked, cut and grow.
  @Test func containers() {
    let model = Sequential(["a": Linear(2, 2), "b": ReLU(), "c": Linear(2, 1)])
    #expect(model.map { "\(type(of: $0))" } == ["Linear", "ReLU", "Linear"])
    let head = model[0..<2]
    #expect(head.count == 2 && head["a"] === model["a"])
    head.append(Tanh())
    #expect(head.namedChildren().map(\.name) == ["a", "b", "2"])
    let list = ModuleList([Linear(2, 2)])
    list.append(ReLU())
    #expect(list.count == 2 && list[-1] is ReLU)
    #expect(list.reduce(Tensor.ones(1, 2)) { $1($0) }.shape == [1, 2])
  }

  /// A converted module computes in the other type.
  @Test func conversion() {
    let model = Sequential(Linear(2, 3), BatchNorm1d(3)).to(.float64)
    #expect(model(Tensor.ones([4, 2], dtype: .float64)).dtype == .float64)
    #expect(model.buffers().map(\.dtype) == [.float64, .float64, .int64])
  }

  /// An embedding of given vectors stays as it is unless it is to learn.
  @Test func pretrainedEmbedding() {
    let table = Tensor([[0.0, 1.0], [2.0, 3.0]])
    let layer = Embedding(pretrained: table)
    #expect(layer(Tensor([1, 0])).scalars == [2, 3, 0, 1])
    #expect(!layer.weight.requiresGrad)
    #expect(Embedding(pretrained: table, freeze: false).weight.requiresGrad)
  }
}
