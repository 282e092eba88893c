internal import Glibc

/// Whether operations on this thread record how to compute gradients.
public var isGradEnabled: Bool { pthread_getspecific(noGradKey) == nil }

/// Runs `body` without recording for gradients: `with torch.no_grad():`.
///
///     let y = noGrad { model(x) }  // y.requiresGrad is false
///
/// It holds for the calling thread, and until `body` returns or throws.
public func noGrad<Result>(_ body: () throws -> Result) rethrows -> Result {
  let outer = pthread_getspecific(noGradKey)
  pthread_setspecific(noGradKey, UnsafeRawPointer(bitPattern: 1))
  defer { pthread_setspecific(noGradKey, outer) }
  return try body()
}

/// Runs `body` with recording, within `noGrad`: `with torch.enable_grad():`.
public func enableGrad<Result>(_ body: () throws -> Result) rethrows -> Result {
  let outer = pthread_getspecific(noGradKey)
  pthread_setspecific(noGradKey, nil)
  defer { pthread_setspecific(noGradKey, outer) }
  return try body()
}

/// The thread's slot that is not nil inside `noGrad`.
private let noGradKey: pthread_key_t = {
  var key = pthread_key_t()
  pthread_key_create(&key, nil)
  return key
}()
