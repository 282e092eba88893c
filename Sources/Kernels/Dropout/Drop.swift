/// Stores `scale · x`, or 0 with the probability `threshold` / 2³².
///
/// Element number `i` is kept or not by the bits of `key + i` in a mixer of Chris Wellons' "hash
/// prospector" (lowbias32), so that the same mask can be had again without keeping it.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func drop<Scalar: BinaryFloatingPoint>(
  _ x: UnsafePointer<Scalar>, into y: UnsafeMutablePointer<Scalar>, count: Int, key: UInt32,
  threshold: UInt32, scale: Scalar
) {
  for index in 0..<count {
    var bits = key &+ UInt32(truncatingIfNeeded: index)
    bits ^= bits &>> 16
    bits &*= 0x7feb_352d
    bits ^= bits &>> 15
    bits &*= 0x846c_a68b
    bits ^= bits &>> 16
    y[index] = bits < threshold ? 0 : x[index] * scale
  }
}
