/// Copies chosen pictures side by side, each byte replaced by its entry in a table of 256 numbers.
///
/// This is how a batch of grey pictures is made in one pass: whatever a transform does to each
/// pixel alone is what the table says, so the result is the transform's to the bit.
///
/// - Parameters:
///   - pictures: All pictures, `size` bytes each.
///   - indices: Which ones to take, in order.
///   - out: Room for `indices.count * size` numbers.
public func gatherPictures(
  _ pictures: UnsafePointer<UInt8>, size: Int, indices: [Int], table: UnsafePointer<Float>,
  into out: UnsafeMutablePointer<Float>
) {
  for (place, index) in indices.enumerated() {
    let source = pictures + index * size
    let target = out + place * size
    for pixel in 0..<size { target[pixel] = table[Int(source[pixel])] }
  }
}
