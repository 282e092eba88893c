import Kernels
import Testing

/// The pooling of 2×2 tiles by vectors agrees with the plain loops in values and places, for every
/// width up to 19 and with values that are equal or not numbers.
@Test func twoByTwoPooling() {
  for height in [2, 3, 6] {
    for width in 2...19 {
      let shape = PoolingShape(
        planes: 3, rows: SlidingWindow(input: height, kernel: 2, stride: 2),
        columns: SlidingWindow(input: width, kernel: 2, stride: 2))
      #expect(shape.isTwoByTwo)
      var input = numbers(shape.planes * shape.inPlane).map { Float(($0 * 4).rounded()) }
      for place in stride(from: 5, to: input.count, by: 17) { input[place] = .nan }
      let count = shape.planes * shape.outPlane
      var (fast, slow) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
      var fastPlaces = [Int32](repeating: -9, count: count)
      var slowPlaces = fastPlaces
      MaxPooling.forwardTwoByTwo(
        shape, planes: 0..<3, input: input, output: &fast, indices: &fastPlaces)
      MaxPooling.forward(shape, planes: 0..<3, input: input, output: &slow, indices: &slowPlaces)
      #expect(fastPlaces == slowPlaces)
      #expect(fast.map(\.bitPattern) == slow.map(\.bitPattern))
    }
  }
}

/// Of equal maxima the first is chosen and gets the whole gradient.
@Test func firstMaximumWins() {
  let shape = PoolingShape(
    planes: 1, rows: SlidingWindow(input: 2, kernel: 2, stride: 2),
    columns: SlidingWindow(input: 4, kernel: 2, stride: 2))
  var output = [Double](repeating: 0, count: 2)
  var places = [Int32](repeating: 0, count: 2)
  MaxPooling.forward(
    shape, planes: 0..<1, input: [1, 7, 3, 3, 7, 7, 3, 3], output: &output, indices: &places)
  #expect(output == [7, 3])
  #expect(places == [1, 2])
  var gradient = [Double](repeating: .nan, count: 8)
  MaxPooling.backward(
    shape, planes: 0..<1, outputGradient: [10, 20], indices: places, inputGradient: &gradient)
  #expect(gradient == [0, 10, 20, 0, 0, 0, 0, 0])
}
