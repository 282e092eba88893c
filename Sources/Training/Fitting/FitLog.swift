/// What `fit` prints.
///
/// A log of one's own is three closures:
///
///     var short = FitLog.silent
///     short.epoch = { "\($0.number): \($0.validationAccuracy)" }
public struct FitLog: Sendable {
  /// The numbers of an epoch.
  public struct Epoch: Sendable {
    /// Counted from 1.
    public let number: Int
    /// How many there are to be.
    public let total: Int
    /// Mean losses, and shares of right answers from 0 to 1.
    public let trainLoss, trainAccuracy, validationLoss, validationAccuracy: Double
  }

  /// The line after an epoch.
  public var epoch: @Sendable (Epoch) -> String?
  /// The line after the model was saved: the epoch, the least loss before, and the one now.
  public var saved: @Sendable (_ epoch: Int, _ before: Double, _ now: Double) -> String?
  /// The line when the loss has not fallen for so many epochs that training ends.
  public var stopped: @Sendable (_ epoch: Int) -> String?
  /// The line at the end, with the seconds that all took.
  public var finished: @Sendable (_ seconds: Double) -> String?

  /// Lines in English.
  ///
  ///     Epoch[1/10] - Train loss: 0.12209 Train accuracy: 0.98235 || Validation loss: 0.11540 Validation accuracy: 0.98410
  ///     saved after epoch 1: validation loss fell from inf to 0.11539805261418223
  ///     164.4 seconds
  public static let english = FitLog(
    epoch: { epoch in
      "Epoch[\(epoch.number)/\(epoch.total)]"
        + " - Train loss: \(fixed(epoch.trainLoss, 5))"
        + " Train accuracy: \(fixed(epoch.trainAccuracy, 5))"
        + " || Validation loss: \(fixed(epoch.validationLoss, 5))"
        + " Validation accuracy: \(fixed(epoch.validationAccuracy, 5))"
    },
    saved: { "saved after epoch \($0): validation loss fell from \($1) to \($2)" },
    stopped: { "stopped after epoch \($0): the validation loss has ceased to fall" },
    finished: { "\(fixed($0, 1)) seconds" })

  /// The lines of a helper that is common in Korean courses, character for character.
  ///
  /// Its typing error `Accucracy` is kept, so that a tutorial's log can be laid beside ours.
  ///
  ///     Epoch[1/10] - Train loss: 0.12209 Train Accucracy: 0.98235 || Validation Loss: 0.11540 Validation Accuracy: 0.98410
  ///     <<<<<<<저장: 1 - 이전 : inf, 현재: 0.11539805261418223
  ///     164.44112515449524 초
  public static let korean = FitLog(
    epoch: { epoch in
      "Epoch[\(epoch.number)/\(epoch.total)]"
        + " - Train loss: \(fixed(epoch.trainLoss, 5))"
        + " Train Accucracy: \(fixed(epoch.trainAccuracy, 5))"
        + " || Validation Loss: \(fixed(epoch.validationLoss, 5))"
        + " Validation Accuracy: \(fixed(epoch.validationAccuracy, 5))"
    },
    saved: { "<<<<<<<저장: \($0) - 이전 : \($1), 현재: \($2)" },
    stopped: { "Early stopping: Epoch - \($0 - 1)" },
    finished: { "\($0) 초" })

  /// No lines.
  public static let silent = FitLog(
    epoch: { _ in nil }, saved: { _, _, _ in nil }, stopped: { _ in nil }, finished: { _ in nil })
}
