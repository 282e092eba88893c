/// A cell that runs or waits to run.
struct Execution: Sendable {
  let request: IncomingMessage
  let code: String
  let silent: Bool
  let storeHistory: Bool
  let allowsInput: Bool
  let stopOnError: Bool
  var started = ""
  /// When it was handed to the interpreter.
  var begun = ContinuousClock.now

  init(_ request: IncomingMessage) throws {
    func flag(_ name: String, default value: Bool) throws -> Bool {
      switch request.content[name] {
      case nil, .null?: return value
      case .bool(let flag)?: return flag
      default: throw MessageError("execute_request with a \(name) that is not true or false")
      }
    }
    self.request = request
    code = try request.code
    silent = try flag("silent", default: false)
    let storesHistory = try flag("store_history", default: true)
    storeHistory = storesHistory && !silent
    allowsInput = try flag("allow_stdin", default: true)
    stopOnError = try flag("stop_on_error", default: true)
  }
}
