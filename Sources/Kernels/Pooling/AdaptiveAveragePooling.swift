/// Means over windows that share an axis out evenly: window i of n covers the places from
/// ⌊i·size/n⌋ to ⌈(i+1)·size/n⌉.
public enum AdaptiveAveragePooling<Scalar: BinaryFloatingPoint> {
  /// Writes the means of some planes.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func forward(
    _ shape: AdaptivePoolingShape, planes: Range<Int>, input: UnsafePointer<Scalar>,
    output: UnsafeMutablePointer<Scalar>
  ) {
    for plane in planes {
      let source = input + plane * shape.inPlane
      shape.forEachWindow { place, rows, columns in
        var sum: Scalar = 0
        for row in rows {
          for column in columns { sum += source[row * shape.input.columns + column] }
        }
        output[plane * shape.outPlane + place] = sum / Scalar(rows.count * columns.count)
      }
    }
  }

  /// Writes the gradient with respect to some planes of the input.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func backward(
    _ shape: AdaptivePoolingShape, planes: Range<Int>, outputGradient: UnsafePointer<Scalar>,
    inputGradient: UnsafeMutablePointer<Scalar>
  ) {
    for plane in planes {
      let target = inputGradient + plane * shape.inPlane
      target.update(repeating: 0, count: shape.inPlane)
      shape.forEachWindow { place, rows, columns in
        let gradient = outputGradient[plane * shape.outPlane + place]
        let share = gradient / Scalar(rows.count * columns.count)
        for row in rows {
          for column in columns { target[row * shape.input.columns + column] += share }
        }
      }
    }
  }
}

/// The sizes of an adaptive pooling over contiguous planes; batch and channels count as planes.
public struct AdaptivePoolingShape: Equatable, Sendable {
  /// Height and width.
  public struct Size: Equatable, Sendable {
    /// The height.
    public var rows: Int
    /// The width.
    public var columns: Int

    /// Gathers the sizes.
    public init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }
  }

  /// Number of planes: images times channels.
  public var planes: Int
  /// Height and width of an input plane.
  public var input: Size
  /// Height and width of an output plane.
  public var output: Size

  /// Gathers the sizes.
  public init(planes: Int, input: Size, output: Size) {
    self.planes = planes
    self.input = input
    self.output = output
  }

  /// Elements of one input plane.
  public var inPlane: Int { input.rows * input.columns }
  /// Elements of one output plane.
  public var outPlane: Int { output.rows * output.columns }

  /// Calls `body` with each window's place and the rows and columns it covers.
  @inline(__always)
  func forEachWindow(_ body: (_ place: Int, _ rows: Range<Int>, _ columns: Range<Int>) -> Void) {
    for y in 0..<output.rows {
      let rows = cover(y, of: output.rows, over: input.rows)
      for x in 0..<output.columns {
        body(y * output.columns + x, rows, cover(x, of: output.columns, over: input.columns))
      }
    }
  }

  @inline(__always)
  private func cover(_ index: Int, of count: Int, over size: Int) -> Range<Int> {
    index * size / count..<((index + 1) * size + count - 1) / count
  }
}
