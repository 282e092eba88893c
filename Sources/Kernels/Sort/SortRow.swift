/// Sorts a row, and tells where each element was; of equal elements the first stays first.
///
/// Not a number counts as larger than all.
@inlinable
public func sortRow<T: Comparable>(
  _ x: UnsafePointer<T>, step: Int, count: Int, descending: Bool,
  values: UnsafeMutablePointer<T>, valueStep: Int,
  places: UnsafeMutablePointer<Int64>, placeStep: Int
) {
  func isLess(_ a: T, _ b: T) -> Bool { a < b || b != b && a == a }
  var row = (0..<count).map { (value: x[$0 &* step], place: $0) }
  row.sort { a, b in
    if descending ? isLess(b.value, a.value) : isLess(a.value, b.value) { return true }
    if descending ? isLess(a.value, b.value) : isLess(b.value, a.value) { return false }
    return a.place < b.place
  }
  for (i, element) in row.enumerated() {
    values[i &* valueStep] = element.value
    places[i &* placeStep] = Int64(element.place)
  }
}
