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
      BatchNorm2d(8),
      BatchNorm1d(4, momentum: nil, affine: false, trackRunningStats: false),
      Dropout(p: 0.3),
      Dropout2d(p: 0.25),
      Flatten(),
      MaxPool2d(kernelSize: (3, 2), stride: 2, padding: (1, 1)),
      AvgPool2d(kernelSize: 2),
      Sigmoid(),
      Tanh(),
      Softmax(dim: 1),
      Identity(),
      Linear(3, 4, bias: false),
      ModuleList([Linear(2, 2), Linear(2, 2), ReLU()]),
      Sequential(),
      CrossEntropyLoss(),
    ]
    #expect(
      "\(Sequential(layers))" == """
        Sequential(
          (0): Conv2d(1, 8, kernel_size=(3, 5), stride=(2, 1), padding=valid, dilation=(2, 2), \
        bias=False)
          (1): Conv2d(4, 8, kernel_size=(3, 3), stride=(1, 1), padding=same, groups=2)
          (2): BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
          (3): BatchNorm1d(4, eps=1e-05, momentum=None, affine=False, track_running_stats=False)
          (4): Dropout(p=0.3, inplace=False)
          (5): Dropout2d(p=0.25, inplace=False)
          (6): Flatten(start_dim=1, end_dim=-1)
          (7): MaxPool2d(kernel_size=(3, 2), stride=2, padding=(1, 1), dilation=1, ceil_mode=False)
          (8): AvgPool2d(kernel_size=2, stride=2, padding=0)
          (9): Sigmoid()
          (10): Tanh()
          (11): Softmax(dim=1)
          (12): Identity()
          (13): Linear(in_features=3, out_features=4, bias=False)
          (14): ModuleList(
            (0-1): 2 x Linear(in_features=2, out_features=2, bias=True)
            (2): ReLU()
          )
          (15): Sequential()
          (16): CrossEntropyLoss()
        )
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
