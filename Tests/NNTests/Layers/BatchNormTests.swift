import NN
import Tensors
import Testing

extension Seeded {
  /// One batch through `BatchNorm2d(2)`: output, running values and the output in use are those of
  /// PyTorch 2.15.0: `bn = nn.BatchNorm2d(2).double(); x = arange(16.).reshape(2, 2, 2, 2) ** 1.5`.
  @Test func batchNormNumbers() {
    let layer = BatchNorm2d(2)
    let x = Tensor(
      scalars: (0..<16).map { Double($0) * Double($0).squareRoot() }, shape: [2, 2, 2, 2])
    let y = layer(x).scalars
    let expected = [
      -1.1205431025860286, -1.0498227546242838, -0.9205157521395407, -0.7530693951899524,
      -1.2304367100973987, -1.0633099884090846, -0.8785128877361689, -0.6775975514433042,
      0.47967570098587453, 0.7889062923810806, 1.1158306622015703, 1.4595383489712814,
      0.5336242970119712, 0.8122939399020507, 1.1018986839602125, 1.4020402168117225,
    ]
    #expect(largestDifference(y, expected) < 1e-6)
    let mean = [1.5844705730126942, 3.1414609636535187]
    let variance = [23.750891465792286, 42.285405872469774]
    #expect(largestDifference(layer.runningMean!.scalars, mean) < 1e-6)
    #expect(largestDifference(layer.runningVar!.scalars, variance) < 1e-5)
    #expect(layer.numBatchesTracked!.item() == 1)
    layer.eval()
    let used = [
      -0.32512033133642804, -0.11992855505859665, 0.25524965446264214, 0.7410874140891027,
    ]
    #expect(largestDifference(Array(layer(x).scalars.prefix(4)), used) < 1e-6)
    #expect(layer.numBatchesTracked!.item() == 1)
  }

  /// Its state has PyTorch's names, in PyTorch's order.
  @Test func batchNormState() {
    let names = ["weight", "bias", "running_mean", "running_var", "num_batches_tracked"]
    #expect(BatchNorm2d(4).stateDict().names == names)
    #expect(BatchNorm1d(4).parameters().count == 2)
    #expect(BatchNorm1d(4, affine: false, trackRunningStats: false).stateDict().names == [])
  }
}
