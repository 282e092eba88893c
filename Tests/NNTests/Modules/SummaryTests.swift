import Foundation
import NN
import Tensors
import Testing

private func block(_ inputs: Int, _ outputs: Int, padding: Int = 0) -> Sequential {
  Sequential(
    Conv2d(inputs, outputs, kernelSize: 3, padding: .same), BatchNorm2d(outputs), ReLU(),
    Dropout(p: 0.5), MaxPool2d(2, 2, padding: padding))
}

private final class MnistCNNModel: Module {
  let b1 = block(1, 32)
  let b2 = block(32, 64)
  let b3 = block(64, 128, padding: 1)
  let output = Sequential(
    Flatten(), Linear(2048, 256), ReLU(), Dropout(p: 0.5), Linear(256, 10))

  override func forward(_ x: Tensor) -> Tensor { output(b3(b2(b1(x)))) }
}

/// A layer that is used twice, a list, a frozen layer, a parameter of its own, and depth.
private final class Shared: Module {
  let first = Linear(8, 8)
  let floors = ModuleList([
    Sequential(Sequential(Sequential(Linear(8, 8)))), LayerNorm(8),
  ])
  let frozen = Linear(8, 3, bias: false).requiresGrad(false)
  let scale = Parameter(Tensor.ones(3))

  override func forward(_ x: Tensor) -> Tensor {
    var x = F.relu(first(first(x)))
    for floor in floors { x = floor(x) }
    return frozen(x) * scale
  }
}

private final class Sequence: Module {
  let words = Embedding(10, 6)
  let conv = Conv1d(6, 4, kernelSize: 3, padding: 1)
  let pool = MaxPool1d(2)

  override func forward(_ x: Tensor) -> Tensor { pool(conv(words(x).transpose(1, 2))) }
}

extension Seeded {
  /// Every table is torchinfo's, to the character; `Golden/summaries.py` made them.
  @Test func summaryTexts() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Golden/summaries.txt")
    let texts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n\n")
    let every = [
      SummaryColumn.inputSize, .outputSize, .numParams, .paramsPercent, .kernelSize, .multAdds,
      .trainable,
    ]
    let own = [
      summary(MnistCNNModel(), inputSize: [256, 1, 28, 28]),
      summary(MnistCNNModel(), inputSize: [1, 1, 28, 28], columns: every, depth: 1),
      summary(Shared(), inputSize: [2, 8]),
      summary(
        Shared(), inputSize: [2, 8], columns: every, depth: 4, columnWidth: 18, showsNames: true),
      summary(Sequence(), inputSize: [4, 12], dtype: .int64, columns: every),
      summary(Sequential(ReLU()), inputSize: [3, 4]),
    ]
    #expect(own.count == texts.count)
    for (own, text) in zip(own, texts) {
      #expect(own.description == text.trimmingCharacters(in: .newlines))
    }
  }

  /// A summary leaves modes and running statistics as they were, and its numbers can be asked for.
  @Test func summaryLeavesTheModel() {
    let model = Sequential(Linear(3, 2), BatchNorm1d(2), Dropout())
    model[2].eval()
    let result = summary(model, inputSize: [4, 3])
    #expect(result.totalParams == 12 && result.trainableParams == 12)
    #expect(result.totalMultAdds == 4 * 12)
    #expect(model.modules().map(\.training) == [true, true, true, false])
    #expect((model[1] as? BatchNorm1d)?.numBatchesTracked?.item() == 0)
    #expect(model(Tensor.zeros(4, 3)).shape == [4, 2])
  }
}
