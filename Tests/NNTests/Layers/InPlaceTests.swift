import NN
import Tensors
import Testing

/// With `inplace` a layer gives its input back with the new elements, and gradients flow as without.
@Test(
  arguments: [
    { ReLU(inplace: $0) }, { LeakyReLU(0.2, inplace: $0) }, { SiLU(inplace: $0) },
  ] as [@Sendable (Bool) -> Module])
func inPlaceLayers(make: @Sendable (Bool) -> Module) {
  func run(_ inplace: Bool) -> (output: [Double], gradient: [Double]) {
    let x = doubles(4, 3)
    let y = x * 2
    let z = make(inplace)(y)
    #expect((z === y) == inplace)
    #expect(z.gradFn == make(false)(x).gradFn)
    (z * z).sum().backward()
    return (z.scalars, x.grad?.scalars ?? [])
  }
  let (own, plain) = (run(true), run(false))
  #expect(own.output == plain.output)
  #expect(own.gradient == plain.gradient)
}

/// A value that a derivative needs is not changed unnoticed: the backward pass stops.
@Test func neededValueChangedInPlace() async {
  let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
    let x = doubles(4, 3)
    let y = x.sigmoid()
    _ = F.relu(y, inplace: true)
    y.sum().backward()
  }
  #expect(stopText(result).contains("was changed in place after it was computed"))
}

/// A leaf cannot be changed in place, and dropout can.
@Test func inPlaceRules() async {
  let x = Tensor.ones(4, 3)
  #expect(F.dropout(x, p: 1, inplace: true) === x)
  #expect(x.scalars == Array(repeating: 0, count: 12))
  let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
    _ = F.relu(doubles(4, 3), inplace: true)
  }
  #expect(stopText(result).contains("hint: wrap the change in noGrad { }"))
}
