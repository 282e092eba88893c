/// The loops of Winograd's convolution with 3×3 windows, which needs 36 products for each tile of
/// 4×4 outputs instead of 144.
///
/// Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks" (2015), F(4×4, 3×3): with
/// `d` the 6×6 inputs that a tile sees and `g` the 3×3 weights, the 4×4 outputs are
///
///     Y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A
///
/// Along an axis, inputs and weights are coefficients of polynomials, whose values at six points
/// are multiplied: 0, ±a, ±b and infinity, in this order. With p = a² and q = b²
///
///          pq   0 -p-q   0   1   0          1/pq                     1  0  0  0
///           0 -aq  -q    a   1   0          (1   a  p) / 2p(p-q)     1  a  p ap
///     Bᵀ =  0  aq  -q   -a   1   0     G =  (1  -a  p) / 2p(p-q)     1 -a  p -ap   = A
///           0 -bp  -p    b   1   0          (1   b  q) / 2q(q-p)     1  b  q bq
///           0  bp  -p   -b   1   0          (1  -b  q) / 2q(q-p)     1 -b  q -bq
///           0  pq   0 -p-q   0   1           0   0  1                0  0  0  1
///
/// A tile with two outputs along an axis is F(2, 3), with the points 0, ±a and infinity and the
/// same `G`; three or one output leave out infinity (``TileAxis``).
///
/// The points decide how errors grow: with `a = 3/4` and `b = 3/2` they are half as large as with
/// the usual 1 and 2. Root mean square errors against double precision, in units of 10⁻⁷ of the
/// root mean square, for the layers of the tutorials (32 → 64 channels on 14×14, 64 → 128 on 7×7):
///
/// | | direct | a = 3/4, b = 3/2 | a = 1, b = 2 | a = 1/2, b = 1 |
/// | --- | --- | --- | --- | --- |
/// | outputs | 0.9 … 1.2 | 4.8 … 6.5 | 9.2 … 11 | 9.5 … 14 |
/// | gradient of the input | 1.5 … 2.1 | 7.3 … 9.8 | 14 … 16 | 15 … 25 |
/// | gradient of the weight | 2.5 … 2.7 | 5.5 … 6.6 | 11 … 12 | 11 … 14 |
///
/// Everything is done for each of the 36 positions apart: summed over input channels, the products
/// `⊙` are a matrix product `M = U V`, of outputs × inputs by inputs × tiles. So are the gradients:
/// with `dM = A dY Aᵀ` they are `dV = Uᵀ dM` and `dU = dM Vᵀ`, from which come `dd = B dV Bᵀ` and
/// `dg = Gᵀ dU G`: the exact gradients of the formula, with its matrices transposed.
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
  /// ``transformInput`` for the parts of 5×5 windows (``WindowPart``) at once: only those positions
  /// are written at which a part has weights.
  public let transformWideInput: @Sendable (TileTask) -> Void
  /// ``transformInputGradient`` for the same parts and positions.
  public let transformWideInputGradient: @Sendable (TileTask) -> Void
  /// `U = G g Gᵀ` of some weights.
  public let transformWeight: @Sendable (TileWeightTask) -> Void
  /// `dg = Gᵀ dU G` of some weights.
  public let transformWeightGradient: @Sendable (TileWeightGradientTask) -> Void

  /// Gathers the loops.
  public init(
    transformInput: @escaping @Sendable (TileTask) -> Void,
    transformOutput: @escaping @Sendable (TileTask) -> Void,
    transformOutputGradient: @escaping @Sendable (TileTask) -> Void,
    transformInputGradient: @escaping @Sendable (TileTask) -> Void,
    transformWideInput: @escaping @Sendable (TileTask) -> Void,
    transformWideInputGradient: @escaping @Sendable (TileTask) -> Void,
    transformWeight: @escaping @Sendable (TileWeightTask) -> Void,
    transformWeightGradient: @escaping @Sendable (TileWeightGradientTask) -> Void
  ) {
    self.transformInput = transformInput
    self.transformOutput = transformOutput
    self.transformOutputGradient = transformOutputGradient
    self.transformInputGradient = transformInputGradient
    self.transformWideInput = transformWideInput
    self.transformWideInputGradient = transformWideInputGradient
    self.transformWeight = transformWeight
    self.transformWeightGradient = transformWeightGradient
  }
}
