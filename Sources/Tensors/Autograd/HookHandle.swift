/// What `registerHook` and `registerForwardHook` give, to take the hook away again.
public final class HookHandle {
  private let takeAway: () -> Void

  package init(_ takeAway: @escaping () -> Void) { self.takeAway = takeAway }

  /// Takes the hook away; nothing happens the second time.
  public func remove() { takeAway() }
}
