import Tensors

/// The FNV-1a hash of a float32 tensor's bytes.
func hash(_ tensor: Tensor) -> UInt64 {
  tensor.scalars(as: Float.self).reduce(0xcbf2_9ce4_8422_2325) { hash, value in
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes in
      bytes.reduce(hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
  }
}
