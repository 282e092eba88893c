import NN
import Tensors
import Testing

extension Seeded {
  /// A state loaded into a fresh model makes it compute the same.
  @Test func stateRoundTrip() throws {
    manualSeed(1)
    let model = Sequential(["conv": Conv2d(1, 2, kernelSize: 3), "norm": BatchNorm2d(2)])
    _ = model(Tensor.rand(4, 1, 5, 5))
    let state = model.stateDict().copy()
    #expect(
      state.names == [
        "conv.weight", "conv.bias", "norm.weight", "norm.bias", "norm.running_mean",
        "norm.running_var", "norm.num_batches_tracked",
      ])
    let other = Sequential(["conv": Conv2d(1, 2, kernelSize: 3), "norm": BatchNorm2d(2)])
    try other.loadStateDict(state)
    let x = Tensor.rand(1, 1, 5, 5)
    #expect(model.eval()(x).scalars == other.eval()(x).scalars)
  }

  /// A state shows the parameters as they are later; a copy keeps the moment.
  @Test func stateSharesElements() {
    let model = Linear(2, 1)
    let (live, kept) = (model.stateDict(), model.stateDict().copy())
    noGrad { model.weight.fill(7) }
    #expect(live["weight"]!.scalars == [7, 7])
    #expect(kept["weight"]!.scalars != [7, 7])
  }

  /// A state that does not fit names everything that is wrong, and changes nothing.
  @Test func stateThatDoesNotFit() {
    let model = Sequential(["a": Linear(2, 3), "b": Linear(3, 1)])
    let before = model.stateDict().copy()
    let state = StateDict([
      ("a.weight", Tensor.zeros(3, 2)), ("a.bias", Tensor.zeros(4)), ("c.bias", Tensor.zeros(1)),
    ])
    let error = #expect(throws: StateDictError.self) { try model.loadStateDict(state) }
    #expect(
      error?.description == """
        the state does not fit Sequential:
          missing: b.weight, b.bias
          unknown: c.bias
          a.bias is [4], and the module's is [3]
        hint: load it into a module made the way the saved one was
        """)
    for (name, tensor) in before { #expect(model.stateDict()[name]!.scalars == tensor.scalars) }
  }

  /// A state prints as in PyTorch with Python 3.11.
  ///
  /// From PyTorch 2.15.0: `torch.manual_seed(0); print(nn.Linear(1, 2).state_dict())`.
  @Test func stateText() {
    manualSeed(0)
    #expect(
      "\(Linear(1, 2).stateDict())" == """
        OrderedDict([('weight', tensor([[-0.0075],
                [ 0.5364]])), ('bias', tensor([-0.8230, -0.7359]))])
        """)
  }
}
