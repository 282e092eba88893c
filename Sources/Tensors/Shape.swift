/// The sizes, or the strides, of a tensor's axes, held without an allocation.
package struct Shape: Sendable, Equatable {
  /// The most axes a tensor can have. (PyTorch: 64.)
  package static let maximumCount = 8

  private var values: InlineArray<8, Int>
  /// Number of axes.
  package private(set) var count: Int

  @inline(__always)
  package init() {
    values = InlineArray(repeating: 0)
    count = 0
  }

  package init(repeating value: Int, count: Int) {
    self.init()
    for _ in 0..<count { append(value) }
  }

  package init(_ sizes: some Collection<Int>) {
    self.init()
    for size in sizes { append(size) }
  }

  @inline(__always)
  package subscript(axis: Int) -> Int {
    get { values[axis] }
    set { values[axis] = newValue }
  }

  package var indices: Range<Int> { 0..<count }

  package var last: Int? { count == 0 ? nil : values[count - 1] }

  /// The sizes as an array.
  package var array: [Int] { indices.map { values[$0] } }

  @inline(__always)
  package mutating func append(_ value: Int) {
    if count == Self.maximumCount {
      misuse("a tensor can have at most \(Self.maximumCount) axes", in: "shape")
    }
    values[count] = value
    count += 1
  }

  package mutating func insert(_ value: Int, at axis: Int) {
    append(value)
    for i in stride(from: count - 1, to: axis, by: -1) { values[i] = values[i - 1] }
    values[axis] = value
  }

  package mutating func remove(at axis: Int) {
    for i in axis..<count - 1 { values[i] = values[i + 1] }
    count -= 1
    values[count] = 0
  }

  /// Number of elements of a tensor of this shape.
  @inline(__always)
  package var elementCount: Int {
    var product = 1
    for axis in 0..<count { product *= values[axis] }
    return product
  }

  /// The strides of a tensor of this shape whose elements lie in reading order without gaps.
  @inline(__always)
  package var contiguousStrides: Shape {
    var strides = self
    var step = 1
    for axis in (0..<count).reversed() {
      strides.values[axis] = step
      step *= max(values[axis], 1)
    }
    return strides
  }

  @inline(__always)
  package static func == (lhs: Shape, rhs: Shape) -> Bool {
    guard lhs.count == rhs.count else { return false }
    for axis in 0..<lhs.count where lhs.values[axis] != rhs.values[axis] { return false }
    return true
  }
}
