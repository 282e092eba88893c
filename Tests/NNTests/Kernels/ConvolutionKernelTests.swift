import Kernels
import Testing

/// Shapes that reach every branch: tails, strides, padding at one end, dilation, groups.
private let shapes: [ConvolutionShape] = {
  var shapes: [ConvolutionShape] = []
  for (inChannels, outChannels, groups) in [(1, 1, 1), (1, 6, 1), (3, 5, 1), (4, 6, 2), (3, 3, 3)] {
    for (height, width) in [(1, 1), (5, 3), (7, 10), (6, 13)] {
      for (kernel, stride, padding, dilation) in [
        (1, 1, 0, 1), (1, 2, 0, 1), (2, 1, 1, 1), (3, 1, 1, 1), (3, 2, 1, 1), (3, 1, 2, 2),
        (5, 3, 2, 1),
      ] {
        let rows = SlidingWindow(
          input: height, kernel: kernel, stride: stride, padding: padding, dilation: dilation)
        let columns = SlidingWindow(
          input: width, kernel: kernel, stride: stride, paddingBefore: padding,
          paddingAfter: padding + 1, dilation: dilation)
        if rows.output > 0, columns.output > 0 {
          shapes.append(
            ConvolutionShape(
              batch: 3, inChannels: inChannels, outChannels: outChannels, groups: groups,
              rows: rows, columns: columns))
        }
      }
    }
  }
  return shapes
}()

/// Runs `body` on a fresh array and returns what it wrote.
private func written<T: BinaryFloatingPoint>(
  _ count: Int, _ body: (UnsafeMutablePointer<T>) -> Void
) -> [Double] {
  var array = [T](repeating: .nan, count: count)
  array.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
  return array.map(Double.init)
}

private func checkAgainstReference<T: RowScalar>(_ type: T.Type, tolerance: Double) {
  let multiply: MatrixMultiply<T> = { $0.evaluateByDefinition() }
  for shape in shapes {
    let x = numbers(shape.batch * shape.inImage).map { T($0) }
    let w = numbers(shape.weightCount, seed: 2).map { T($0) }
    let b = numbers(shape.outChannels, seed: 3).map { T($0) }
    let dy = numbers(shape.batch * shape.outImage, seed: 4).map { T($0) }
    let all = 0..<shape.batch
    for bias in [nil, b] {
      let fast = written(dy.count) { (y: UnsafeMutablePointer<T>) in
        // In two parts, as two threads would.
        for images in [0..<1, 1..<shape.batch] {
          bias.withPointer {
            MatrixConvolution.forward(
              shape, images: images, input: x, weight: w, bias: $0, output: y,
              multiply: multiply)
          }
        }
      }
      let slow = written(dy.count) { (y: UnsafeMutablePointer<T>) in
        bias.withPointer {
          ReferenceConvolution.forward(shape, input: x, weight: w, bias: $0, output: y)
        }
      }
      #expect(largestDifference(fast, slow) < tolerance, "forward of \(shape)")
    }
    let fastInput = written(x.count) { (dx: UnsafeMutablePointer<T>) in
      for images in [0..<1, 1..<shape.batch] {
        MatrixConvolution.inputGradient(
          shape, images: images, outputGradient: dy, weight: w, inputGradient: dx,
          multiply: multiply)
      }
    }
    let slowInput = written(x.count) { (dx: UnsafeMutablePointer<T>) in
      ReferenceConvolution.inputGradient(
        shape, outputGradient: dy, weight: w, inputGradient: dx)
    }
    #expect(largestDifference(fastInput, slowInput) < tolerance, "input gradient of \(shape)")
    let fastWeight = written(w.count) { (dw: UnsafeMutablePointer<T>) in
      MatrixConvolution.weightGradient(
        shape, images: all, input: x, outputGradient: dy, weightGradient: dw,
        multiply: multiply)
    }
    let slowWeight = written(w.count) { (dw: UnsafeMutablePointer<T>) in
      ReferenceConvolution.weightGradient(
        shape, input: x, outputGradient: dy, weightGradient: dw)
    }
    #expect(largestDifference(fastWeight, slowWeight) < tolerance, "weight gradient of \(shape)")
    let fastBias = written(b.count) { (db: UnsafeMutablePointer<T>) in
      MatrixConvolution.biasGradient(shape, images: all, outputGradient: dy, biasGradient: db)
    }
    let slowBias = written(b.count) { (db: UnsafeMutablePointer<T>) in
      ReferenceConvolution.biasGradient(shape, outputGradient: dy, biasGradient: db)
    }
    #expect(largestDifference(fastBias, slowBias) < tolerance, "bias gradient of \(shape)")
  }
}

extension Optional {
  /// Calls `body` with a pointer to an array's elements, or nil.
  fileprivate func withPointer<T>(_ body: (UnsafePointer<T>?) -> Void) where Wrapped == [T] {
    guard let array = self else { return body(nil) }
    array.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}

/// The matrix convolution agrees with the seven loops in single precision.
@Test func convolutionInSinglePrecision() { checkAgainstReference(Float.self, tolerance: 3e-5) }

/// The matrix convolution agrees with the seven loops in double precision.
@Test func convolutionInDoublePrecision() { checkAgainstReference(Double.self, tolerance: 1e-12) }

/// The convolution by taps agrees with the seven loops, also in bands of rows and with channels
/// that do not fill a part.
@Test func convolutionByTaps() {
  let large = ConvolutionShape(
    batch: 2, inChannels: 3, outChannels: 37, rows: SlidingWindow(input: 45, kernel: 3, padding: 1),
    columns: SlidingWindow(input: 61, kernel: 3, padding: 1))
  for shape in shapes + [large] {
    guard let taps = TapConvolution(shape) else { continue }
    let x = numbers(shape.batch * shape.inImage).map { Float($0) }
    let w = numbers(shape.weightCount, seed: 2).map { Float($0) }
    let b = numbers(shape.outChannels, seed: 3).map { Float($0) }
    for bias in [nil, b] {
      let fast = written(shape.batch * shape.outImage) { (y: UnsafeMutablePointer<Float>) in
        let room = UnsafeMutableRawPointer.allocate(byteCount: 4 * taps.roomCount, alignment: 64)
        defer { room.deallocate() }
        bias.withPointer {
          taps.forward(
            x, weight: w, bias: $0, room: room.bindMemory(to: Float.self, capacity: taps.roomCount),
            into: y)
        }
      }
      let slow = written(shape.batch * shape.outImage) { (y: UnsafeMutablePointer<Float>) in
        bias.withPointer {
          ReferenceConvolution.forward(shape, input: x, weight: w, bias: $0, output: y)
        }
      }
      #expect(largestDifference(fast, slow) < 3e-5, "forward of \(shape)")
    }
  }
}

/// The number of windows is PyTorch's, also with a last window that runs over the edge.
@Test func windowCounts() {
  #expect(SlidingWindow(input: 28, kernel: 5, padding: 2).output == 28)
  #expect(SlidingWindow(input: 9, kernel: 2, stride: 2).output == 4)
  #expect(SlidingWindow(input: 9, kernel: 2, stride: 2, roundsUp: true).output == 5)
  // The fourth window would begin in the padding.
  #expect(SlidingWindow(input: 5, kernel: 2, stride: 2, padding: 1, roundsUp: true).output == 3)
  #expect(SlidingWindow(input: 3, kernel: 5).output == 0)
  #expect(SlidingWindow(input: 10, kernel: 3, dilation: 3).output == 4)
}
