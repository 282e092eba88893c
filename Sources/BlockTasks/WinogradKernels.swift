/// The loops of Winograd's convolution with 3×3 windows, which needs 16 products for each tile of
/// 2×2 outputs instead of 36.
///
/// Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks" (2015), F(2×2, 3×3): with
/// `d` the 4×4 inputs that a tile sees and `g` the 3×3 weights, the 2×2 outputs are
///
///     Y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A
///
///          1  0 -1  0          1   0   0
///     Bᵀ = 0  1  1  0     G =  ½   ½   ½     Aᵀ = 1  1  1  0
///          0 -1  1  0          ½  -½   ½          0  1 -1 -1
///          0  1  0 -1          0   0   1
///
/// Everything is done for each of the sixteen positions apart: summed over input channels, the
/// products `⊙` are a matrix product `M = U V`, of outputs × inputs by inputs × tiles. So are the
/// gradients: with `dM = A dY Aᵀ` they are `dV = Uᵀ dM` and `dU = dM Vᵀ`, from which come
/// `dd = B dV Bᵀ` and `dg = Gᵀ dU G`: the exact gradients of the formula, with its matrices
/// transposed.
///
/// A row of a matrix holds one channel: tile after tile, each the images of the block. A block with
/// few images has narrow tiles (``TileLayout``), so that its rows are as full as any.
public struct WinogradKernels: Sendable {
  /// `V = Bᵀ d B` of one channel; places outside the plane are zeros.
  public let transformInput: @Sendable (TileTask) -> Void
  /// `Y = Aᵀ M A + bias` of one channel.
  public let transformOutput: @Sendable (TileTask) -> Void
  /// `dM = A dY Aᵀ` of one channel.
  public let transformOutputGradient: @Sendable (TileTask) -> Void
  /// Adds `B dV Bᵀ` of one channel to a plane, where tiles overlap.
  public let transformInputGradient: @Sendable (TileTask) -> Void
  /// `U = G g Gᵀ` of four rows of weights.
  public let transformWeight: @Sendable (TileWeightTask) -> Void
  /// `dg = Gᵀ dU G` of a row of weights.
  public let transformWeightGradient: @Sendable (TileWeightGradientTask) -> Void
  /// `M = U V` or `dV = Uᵀ dM` at one position.
  public let multiply: @Sendable (TileProductTask) -> Void
  /// Adds `dM Vᵀ` at one position.
  public let addOuterProduct: @Sendable (TileOuterProductTask) -> Void

  /// Gathers the loops.
  public init(
    transformInput: @escaping @Sendable (TileTask) -> Void,
    transformOutput: @escaping @Sendable (TileTask) -> Void,
    transformOutputGradient: @escaping @Sendable (TileTask) -> Void,
    transformInputGradient: @escaping @Sendable (TileTask) -> Void,
    transformWeight: @escaping @Sendable (TileWeightTask) -> Void,
    transformWeightGradient: @escaping @Sendable (TileWeightGradientTask) -> Void,
    multiply: @escaping @Sendable (TileProductTask) -> Void,
    addOuterProduct: @escaping @Sendable (TileOuterProductTask) -> Void
  ) {
    self.transformInput = transformInput
    self.transformOutput = transformOutput
    self.transformOutputGradient = transformOutputGradient
    self.transformInputGradient = transformInputGradient
    self.transformWeight = transformWeight
    self.transformWeightGradient = transformWeightGradient
    self.multiply = multiply
    self.addOuterProduct = addOuterProduct
  }
}
