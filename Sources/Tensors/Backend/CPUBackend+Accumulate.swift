extension CPUBackend {
  package func accumulate(_ x: StridedView, scale: Double, into out: StridedView) {
    switch out.dtype {
    case .float32: update(out, x, ScaledSum(scale: Float(scale)))
    case .float64: update(out, x, ScaledSum(scale: scale))
    case .int64: update(out, x, ScaledSum(scale: Int64(scale)))
    case .int32: update(out, x, ScaledSum(scale: Int32(scale)))
    case .uint8: update(out, x, ScaledSum(scale: UInt8(truncatingIfNeeded: Int(scale))))
    case .bool: update(out, x, Or())
    }
  }
}
