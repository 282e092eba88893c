/// Mean over sliding windows.
public enum AveragePooling<Scalar: BinaryFloatingPoint> {
  /// Writes the means of some planes.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func forward(
    _ shape: PoolingShape, planes: Range<Int>, divisor: PoolingDivisor,
    input: UnsafePointer<Scalar>,
    output: UnsafeMutablePointer<Scalar>
  ) {
    for plane in planes {
      let source = input + plane * shape.inPlane
      forEachWindow(shape, divisor) { place, rows, columns, scale in
        var sum: Scalar = 0
        for row in rows {
          for column in columns { sum += source[row * shape.columns.input + column] }
        }
        output[plane * shape.outPlane + place] = sum / scale
      }
    }
  }

  /// Writes the gradient with respect to some planes of the input.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func backward(
    _ shape: PoolingShape, planes: Range<Int>, divisor: PoolingDivisor,
    outputGradient: UnsafePointer<Scalar>, inputGradient: UnsafeMutablePointer<Scalar>
  ) {
    for plane in planes {
      let target = inputGradient + plane * shape.inPlane
      target.update(repeating: 0, count: shape.inPlane)
      forEachWindow(shape, divisor) { place, rows, columns, scale in
        let share = outputGradient[plane * shape.outPlane + place] / scale
        for row in rows {
          for column in columns { target[row * shape.columns.input + column] += share }
        }
      }
    }
  }

  /// Calls `body` with each window's place, the rows and columns it covers, and its divisor.
  @inline(__always)
  private static func forEachWindow(
    _ shape: PoolingShape, _ divisor: PoolingDivisor,
    _ body: (_ place: Int, _ rows: Range<Int>, _ columns: Range<Int>, _ scale: Scalar) -> Void
  ) {
    for y in 0..<shape.rows.output {
      let (rows, paddedRows) = cover(shape.rows, y)
      for x in 0..<shape.columns.output {
        let (columns, paddedColumns) = cover(shape.columns, x)
        let scale =
          switch divisor {
          case .paddedWindow: paddedRows * paddedColumns
          case .insideWindow: rows.count * columns.count
          case .fixed(let number): number
          }
        body(y * shape.columns.output + x, rows, columns, Scalar(scale))
      }
    }
  }

  /// The places a window covers, and how many it would with the padding.
  @inline(__always)
  private static func cover(_ window: SlidingWindow, _ index: Int) -> (Range<Int>, padded: Int) {
    let start = window.position(window: index, tap: 0)
    let end = min(start + window.kernel, window.input + window.paddingAfter)
    let first = max(start, 0)
    return (first..<max(first, min(end, window.input)), end - start)
  }
}
