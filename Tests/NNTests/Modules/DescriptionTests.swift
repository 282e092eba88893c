import NN
import Tensors
import Testing

/// The network of the LeNet tutorial, spelled as there.
// swift-format-ignore: TypeNamesShouldBeCapitalized
final class simple_CNN: Module {
  let convnet = Sequential([
    "C1": Conv2d(1, 6, kernelSize: (5, 5), stride: 1, padding: 2), "relu1": ReLU(),
    "S2": MaxPool2d(kernelSize: 2), "C3": Conv2d(6, 16, kernelSize: (5, 5), stride: 1),
    "relu3": ReLU(), "S4": MaxPool2d(kernelSize: 2),
    "C5": Conv2d(16, 120, kernelSize: (5, 5), stride: 1), "relu5": ReLU(),
  ])
  let fc = Sequential([
    "F6": Linear(120, 84), "relu6": ReLU(), "F7": Linear(84, 10), "sig7": LogSoftmax(dim: -1),
  ])

  override func forward(_ x: Tensor) -> Tensor {
    fc(convnet(x).view(x.size(0), -1))
  }
}

extension Seeded {
  /// The tutorial's network prints as PyTorch prints it.
  @Test func leNetTree() {
    #expect(
      simple_CNN().description == """
        simple_CNN(
          (convnet): Sequential(
            (C1): Conv2d(1, 6, kernel_size=(5, 5), stride=(1, 1), padding=(2, 2))
            (relu1): ReLU()
            (S2): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
            (C3): Conv2d(6, 16, kernel_size=(5, 5), stride=(1, 1))
            (relu3): ReLU()
            (S4): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
            (C5): Conv2d(16, 120, kernel_size=(5, 5), stride=(1, 1))
            (relu5): ReLU()
          )
          (fc): Sequential(
            (F6): Linear(in_features=120, out_features=84, bias=True)
            (relu6): ReLU()
            (F7): Linear(in_features=84, out_features=10, bias=True)
            (sig7): LogSoftmax(dim=-1)
          )
        )
        """)
  }

  /// Every layer's options print as PyTorch prints them.
  ///
  /// From PyTorch 2.15.0, but for `BatchNorm`, which since that version also prints `bias=True`; here
  /// it prints the text of the versions that the tutorials were written with.
  @Test func layerTexts() {
    let layers: [Module] = [
      Conv2d(1, 8, kernelSize: (3, 5), stride: (2, 1), padding: .valid, dilation: 2, bias: false),
      Conv2d(4, 8, kernelSize: 3, padding: .same, groups: 2),
      Conv2d(1, 2, kernelSize: 3, padding: 1, dilation: (1, 2), paddingMode: .circular),
      Conv1d(
        4, 2, kernelSize: 3, stride: 2, padding: 1, dilation: 2, groups: 2, bias: false,
        paddingMode: .reflect),
      Conv1d(1, 2, kernelSize: 3, padding: "same"),
      BatchNorm2d(8),
      BatchNorm1d(4, momentum: nil, affine: false, trackRunningStats: false),
      LayerNorm(10),
      LayerNorm([3, 4], eps: 1e-6, elementwiseAffine: false),
      Dropout(0.3),
      Dropout1d(),
      Dropout2d(p: 0.25, inplace: true),
      Flatten(),
      MaxPool1d(3),
      MaxPool2d(kernelSize: (3, 2), stride: 2, padding: (1, 1)),
      MaxPool2d(kernelSize: 3, dilation: (1, 2)),
      AvgPool1d(3, 2, padding: 1),
      AvgPool2d(kernelSize: 2),
      AvgPool2d(kernelSize: (3, 2), stride: 1, padding: (1, 0)),
      AdaptiveAvgPool1d(5),
      AdaptiveAvgPool2d(7),
      AdaptiveAvgPool2d((nil, 7)),
      ReLU(inplace: true),
      LeakyReLU(),
      LeakyReLU(0.2, inplace: true),
      GELU(),
      GELU(approximate: .tanh),
      SiLU(),
      SiLU(inplace: true),
      Sigmoid(),
      Tanh(),
      Softmax(dim: 1),
      Softmax(),
      LogSoftmax(dim: -1),
      Identity(),
      Embedding(10, 3),
      Embedding(10, 3, paddingIdx: 0, maxNorm: 2, normType: 1, scaleGradByFreq: true),
      Linear(3, 4, bias: false),
      ModuleList([Linear(2, 2), Linear(2, 2), ReLU()]),
      ModuleList(),
      Sequential(),
      CrossEntropyLoss(),
      NLLLoss(),
      MSELoss(),
      L1Loss(),
      BCELoss(),
      BCEWithLogitsLoss(),
      HuberLoss(),
      KLDivLoss(),
    ]
    #expect(
      layers.map(\.description).joined(separator: "\n") == """
        Conv2d(1, 8, kernel_size=(3, 5), stride=(2, 1), padding=valid, dilation=(2, 2), bias=False)
        Conv2d(4, 8, kernel_size=(3, 3), stride=(1, 1), padding=same, groups=2)
        Conv2d(1, 2, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), dilation=(1, 2), \
        padding_mode=circular)
        Conv1d(4, 2, kernel_size=(3,), stride=(2,), padding=(1,), dilation=(2,), groups=2, \
        bias=False, padding_mode=reflect)
        Conv1d(1, 2, kernel_size=(3,), stride=(1,), padding=same)
        BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
        BatchNorm1d(4, eps=1e-05, momentum=None, affine=False, track_running_stats=False)
        LayerNorm((10,), eps=1e-05, elementwise_affine=True, bias=True)
        LayerNorm((3, 4), eps=1e-06, elementwise_affine=False, bias=False)
        Dropout(p=0.3, inplace=False)
        Dropout1d(p=0.5, inplace=False)
        Dropout2d(p=0.25, inplace=True)
        Flatten(start_dim=1, end_dim=-1)
        MaxPool1d(kernel_size=3, stride=3, padding=0, dilation=1, ceil_mode=False)
        MaxPool2d(kernel_size=(3, 2), stride=2, padding=(1, 1), dilation=1, ceil_mode=False)
        MaxPool2d(kernel_size=3, stride=3, padding=0, dilation=(1, 2), ceil_mode=False)
        AvgPool1d(kernel_size=(3,), stride=(2,), padding=(1,))
        AvgPool2d(kernel_size=2, stride=2, padding=0)
        AvgPool2d(kernel_size=(3, 2), stride=1, padding=(1, 0))
        AdaptiveAvgPool1d(output_size=5)
        AdaptiveAvgPool2d(output_size=7)
        AdaptiveAvgPool2d(output_size=(None, 7))
        ReLU(inplace=True)
        LeakyReLU(negative_slope=0.01)
        LeakyReLU(negative_slope=0.2, inplace=True)
        GELU(approximate='none')
        GELU(approximate='tanh')
        SiLU()
        SiLU(inplace=True)
        Sigmoid()
        Tanh()
        Softmax(dim=1)
        Softmax(dim=None)
        LogSoftmax(dim=-1)
        Identity()
        Embedding(10, 3)
        Embedding(10, 3, padding_idx=0, max_norm=2.0, norm_type=1.0, scale_grad_by_freq=True)
        Linear(in_features=3, out_features=4, bias=False)
        ModuleList(
          (0-1): 2 x Linear(in_features=2, out_features=2, bias=True)
          (2): ReLU()
        )
        ModuleList()
        Sequential()
        CrossEntropyLoss()
        NLLLoss()
        MSELoss()
        L1Loss()
        BCELoss()
        BCEWithLogitsLoss()
        HuberLoss()
        KLDivLoss()
        """)
  }

  /// A layer with options of its own and modules prints both, as PyTorch does.
  @Test func optionsAndChildren() {
    final class Block: Module {
      let inner = ReLU()
      override var extraRepr: String { "width=3" }
    }
    #expect("\(Block())" == "Block(\n  width=3\n  (inner): ReLU()\n)")
  }
}
