import Tensors

/// FNV-1a, 64 bits.
func fingerprint(_ bytes: some Sequence<UInt8>) -> UInt64 {
  bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}

/// FNV-1a over the bytes of the tensor's float32 elements.
func fingerprint(_ tensor: Tensor) -> UInt64 {
  tensor.scalars(as: Float.self).withUnsafeBytes { fingerprint($0) }
}
