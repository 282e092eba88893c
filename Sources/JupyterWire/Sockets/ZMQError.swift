internal import CZMQ

/// A failed call of libzmq.
struct ZMQError: Error, Equatable, CustomStringConvertible {
  /// What was tried.
  let action: String
  /// The error number.
  let code: CInt

  /// The error of the call that has just failed on this thread.
  static func last(_ action: String) -> ZMQError { ZMQError(action: action, code: zmq_errno()) }

  /// libzmq's words for what went wrong.
  var reason: String { String(cString: zmq_strerror(code)) }

  /// What was tried and what went wrong.
  var description: String { "\(action): \(reason)" }
}
