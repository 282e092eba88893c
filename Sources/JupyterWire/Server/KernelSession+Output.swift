extension KernelSession {
  /// Publishes what a cell shows.
  func show(_ output: Output, parent: Parent) {
    switch output {
    case .stream(let name, let text):
      if !text.isEmpty { collect(PendingText(name, text, parent: parent)) }
    case .displayData(let bundle, let metadata, let displayID):
      publish("display_data", display(bundle, metadata, displayID), parent: parent)
    case .updateDisplayData(let bundle, let metadata, let displayID):
      publish("update_display_data", display(bundle, metadata, displayID), parent: parent)
    case .executeResult(let bundle, let metadata):
      if let running, running.storeHistory, running.request.parent == parent,
        let text = bundle.data["text/plain"]?.string
      {
        history.setOutput(text)
      }
      publish(
        "execute_result",
        [
          "execution_count": .int(executionCount), "data": .object(bundle.data),
          "metadata": .object(metadata),
        ],
        parent: parent)
    case .clearOutput(let wait):
      publish("clear_output", ["wait": .bool(wait)], parent: parent)
    }
  }

  private func collect(_ text: PendingText) {
    if pendingText?.append(text) != true {
      sendPendingText()
      pendingText = text
    }
    if timeUntilTextIsDue == .zero { sendPendingText() }
  }

  /// How long the text that was collected still waits for more; `nil` when there is none.
  var timeUntilTextIsDue: Duration? {
    guard let pendingText else { return nil }
    if pendingText.isFull { return .zero }
    return max(.zero, PendingText.interval - textSent.duration(to: .now))
  }

  /// Sends the text that was collected, if there is any.
  func sendPendingText() {
    guard let text = pendingText else { return }
    pendingText = nil
    textSent = .now
    publish(
      "stream", ["name": .string(text.name.rawValue), "text": .string(text.text)],
      parent: text.parent)
  }

  private func display(
    _ bundle: MIMEBundle, _ metadata: JSONObject, _ displayID: String?
  ) -> JSONObject {
    let transient: JSON = displayID.map { ["display_id": .string($0)] } ?? [:]
    return ["data": .object(bundle.data), "metadata": .object(metadata), "transient": transient]
  }
}
