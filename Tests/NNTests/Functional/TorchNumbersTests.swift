import NN
import Tensors
import Testing

// The numbers were made with PyTorch 2.15.0 (CPU), by the calls quoted in each test.

/// `F.conv2d(x, w, b, stride=(2, 1), padding=(1, 1), dilation=(2, 1))` and `padding='same'`, with
/// `x = arange(50.).reshape(1, 2, 5, 5)`, `w = arange(24.).reshape(2, 2, 2, 3)`, `b = [1, -1]`.
@Test func convolutionNumbers() {
  let x = Tensor.arange(50).to(.float32).view(1, 2, 5, 5)
  let w = Tensor.arange(24).to(.float32).view(2, 2, 2, 3)
  let y = F.conv2d(
    x, w, bias: Tensor([1.0, -1.0]), stride: (2, 1), padding: .zeros(rows: 1, columns: 1),
    dilation: (2, 1))
  #expect(y.shape == [1, 2, 3, 5])
  #expect(
    y.scalars == [
      692, 1007, 1049, 1091, 698, 1467, 2100, 2166, 2232, 1403, 656, 914, 938, 962, 586, 1554,
      2337, 2451, 2565, 1704, 3673, 5482, 5692, 5902, 3897, 1998, 2964, 3060, 3156, 2072,
    ])
  let same = F.conv2d(x, w, padding: .same)
  #expect(same.shape == [1, 2, 5, 5])
  #expect(Array(same.scalars.prefix(6)) == [1076, 1559, 1625, 1691, 1072, 1316])
}

/// `max_pool2d` with a NaN, with padding and ceil_mode, and with dilation.
@Test func maxPoolNumbers() {
  let x = Tensor([
    [
      [1, 5, 2, 5], [Double.nan, 0, 1, 1], [-1, -2, -3, -4], [0, 0, 0, 0],
    ]
  ])
  let tiles = F.maxPool2d(x, kernelSize: 2)
  #expect("\(tiles.view(-1))" == "tensor([nan, 5., 0., 0.])")
  let padded = F.maxPool2d(x, kernelSize: 3, stride: 2, padding: 1, ceilMode: true)
  #expect("\(padded.view(-1))" == "tensor([nan, 5., 5., nan, 1., 1., 0., 0., 0.])")
  let dilated = F.maxPool2d(x, kernelSize: 2, stride: 1, dilation: 2)
  #expect("\(dilated.view(-1))" == "tensor([2., 5., nan, 1.])")
}

/// `avg_pool2d(arange(25.).reshape(1, 1, 5, 5), 3, stride=2, padding=1)` with `ceil_mode=True` and
/// with `count_include_pad=False`.
@Test func averagePoolNumbers() {
  let x = Tensor.arange(25).to(.float64).view(1, 1, 5, 5)
  let mean = F.avgPool2d(x, kernelSize: 3, stride: 2, padding: 1, ceilMode: true)
  let expected = [4.0 / 3, 3, 8.0 / 3, 7, 12, 9, 8, 13, 28.0 / 3]
  #expect(largestDifference(mean.scalars, expected) < 1e-12)
  let inside = F.avgPool2d(x, kernelSize: 3, stride: 2, padding: 1, countIncludePad: false)
  #expect(inside.scalars == [3, 4.5, 6, 10.5, 12, 13.5, 18, 19.5, 21])
}

/// `cross_entropy(s, tensor([0, 2, -100, 1]), weight=tensor([0.5, 1, 2]))` and its gradient.
@Test func crossEntropyNumbers() {
  let scores = [
    [0.8032760780963507, 0.17483339327910358, 0.08897809502587893],
    [-0.6137180077293578, 0.04618245168476012, -1.3682591776659836],
    [0.33749509853046344, 1.0111158511791591, -1.4351793230898824],
    [0.9774318000770603, 0.5220499382748476, 1.2379166964530786],
  ]
  let s = Tensor(scores, dtype: .float64, requiresGrad: true)
  let target = Tensor([0, 2, -100, 1])
  let weight = Tensor([0.5, 1, 2], dtype: .float64)
  let loss = F.crossEntropy(s, target, weight: weight)
  #expect(abs(loss.item() - 1.6693533654753216) < 1e-14)
  loss.backward()
  let gradient = [
    -0.07223917788764483, 0.03766916625657556, 0.03457001163106927, 0.16782900483148752,
    0.3246819513980351, -0.49251095622952257, 0, 0, 0, 0.0974547071450057,
    -0.22390795078441683, 0.12645324363941113,
  ]
  #expect(largestDifference(s.grad!.scalars, gradient) < 1e-14)
  let each = F.crossEntropy(s, target, weight: weight, reduction: .none)
  let losses = [0.35228027823654223, 3.9594700566062873, 0.0, 1.5309864443207961]
  #expect(largestDifference(each.scalars, losses) < 1e-14)
}

/// A softmax of numbers whose exponentials overflow is still right.
@Test func softmaxOfLargeNumbers() {
  let p = F.softmax(Tensor([1000.0, 1000, -1000]), dim: 0)
  #expect(p.scalars == [0.5, 0.5, 0])
  #expect("\(F.softmax(Tensor([1.0, 2.0, 3.0]), dim: 0))" == "tensor([0.0900, 0.2447, 0.6652])")
}

/// With no sample left the mean is 0/0, as in PyTorch.
@Test func meanOverNoSample() {
  #expect(F.nllLoss(Tensor.zeros(2, 3), Tensor([1, 1]), ignoreIndex: 1).item().isNaN)
}

/// `max_pool2d(x, (2, 3), stride=(1, 2), padding=(0, 1), return_indices=True)` of
/// `x = tensor([[[1., 5, 2, 5], [4, 0, 7, 1], [3, 9, 8, 6]]])`.
@Test func maxPoolIndices() {
  let x = Tensor([[[1.0, 5, 2, 5], [4, 0, 7, 1], [3, 9, 8, 6]]])
  let (output, indices) = F.maxPool2dWithIndices(
    x, kernelSize: (2, 3), stride: (1, 2), padding: (0, 1))
  #expect("\(output)" == "tensor([[[5., 7.],\n         [9., 9.]]])")
  #expect("\(indices)" == "tensor([[[1, 6],\n         [9, 9]]])")
}

/// Options by their places, as PyTorch's tutorials write them, are those by their names.
@Test func optionsByPlace() {
  let (x, s) = (doubles(2, 3, 6, 6), doubles(2, 3, 8))
  #expect(F.maxPool2d(x, 2).scalars == F.maxPool2d(x, kernelSize: 2).scalars)
  #expect(F.avgPool2d(x, 3, 1).scalars == F.avgPool2d(x, kernelSize: 3, stride: 1).scalars)
  #expect(F.maxPool1d(s, 2).scalars == F.maxPool1d(s, kernelSize: 2).scalars)
  #expect(F.avgPool1d(s, 3, 2).scalars == F.avgPool1d(s, kernelSize: 3, stride: 2).scalars)
  #expect(F.leakyRelu(x, 0.2).scalars == F.leakyRelu(x, negativeSlope: 0.2).scalars)
  #expect(F.dropout(x, 0.5, training: false) === x)
  #expect(F.oneHot(Tensor([1, 0]), numClasses: 3).scalars == [0, 1, 0, 1, 0, 0])
}
