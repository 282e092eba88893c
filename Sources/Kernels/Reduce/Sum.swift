/// The sum of a row.
///
/// Eight lanes add single-precision numbers for at most a thousand elements at a time, and those
/// sums are added in double precision: as fast as plain adding, and exact enough for rows of
/// millions.
public func sumRow(_ x: UnsafePointer<Float>, step: Int, count: Int) -> Double {
  guard step == 1 else {
    var sum = 0.0
    for i in 0..<count { sum += Double(x[i &* step]) }
    return sum
  }
  var total = 0.0
  var i = 0
  while i &+ 8 <= count {
    let end = min(count &- 7, i &+ 1024)
    var lanes = SIMD8<Float>(repeating: 0)
    while i < end {
      lanes += UnsafeRawPointer(x + i).loadUnaligned(as: SIMD8<Float>.self)
      i &+= 8
    }
    for lane in 0..<8 { total += Double(lanes[lane]) }
  }
  while i < count {
    total += Double(x[i])
    i &+= 1
  }
  return total
}

/// The sum of a row.
public func sumRow(_ x: UnsafePointer<Double>, step: Int, count: Int) -> Double {
  var lanes = SIMD4<Double>(repeating: 0)
  var i = 0
  while i &+ 4 <= count {
    lanes += SIMD4(
      x[i &* step], x[(i &+ 1) &* step], x[(i &+ 2) &* step], x[(i &+ 3) &* step])
    i &+= 4
  }
  var total = lanes.sum()
  while i < count {
    total += x[i &* step]
    i &+= 1
  }
  return total
}

/// Adds a row to sums in double precision: the step of a sum over columns.
public func addRow(_ x: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Double>, count: Int) {
  for i in 0..<count { sums[i] += Double(x[i]) }
}

/// Adds a row to sums in double precision: the step of a sum over columns.
public func addRow(_ x: UnsafePointer<Double>, to sums: UnsafeMutablePointer<Double>, count: Int) {
  for i in 0..<count { sums[i] += x[i] }
}
