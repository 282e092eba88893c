extension KernelSession {
  /// Publishes what a cell shows.
  func show(_ output: Output, parent: Parent) {
    switch output {
    case .stream(let name, let text):
      guard !text.isEmpty else { return }
      publish(
        "stream", ["name": .string(name.rawValue), "text": .string(text)], parent: parent)
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
      var content = display(bundle, metadata, nil)
      content["execution_count"] = .int(executionCount)
      publish("execute_result", content, parent: parent)
    case .clearOutput(let wait):
      publish("clear_output", ["wait": .bool(wait)], parent: parent)
    }
  }

  private func display(
    _ bundle: MIMEBundle, _ metadata: JSONObject, _ displayID: String?
  ) -> JSONObject {
    let transient: JSON = displayID.map { ["display_id": .string($0)] } ?? [:]
    return ["data": .object(bundle.data), "metadata": .object(metadata), "transient": transient]
  }
}
