internal import Glibc
internal import Tensors

/// Room for one plane, for as long as `body` runs.
func withTile<Result>(places: Int, _ body: (UnsafeMutablePointer<Float>) -> Result) -> Result {
  let byteCount = places * BlockShape.lanes * 4
  let room = TileRoom.current
  if let tile = room.take(byteCount) {
    defer { room.giveBack(byteCount) }
    return body(tile.assumingMemoryBound(to: Float.self))
  }
  let tile = Allocator.allocate(byteCount: byteCount)
  defer { Allocator.deallocate(tile, byteCount: byteCount) }
  return body(tile.assumingMemoryBound(to: Float.self))
}

/// Memory that a thread keeps for the tiles of its chains of planes, which it needs thousands of
/// times in each step: a stack that grows to what was wanted at once before.
private final class TileRoom {
  private var block: UnsafeMutableRawPointer?
  private var size = 0
  private var used = 0
  private var wanted = 0

  /// The calling thread's.
  static var current: TileRoom {
    if let known = pthread_getspecific(key) {
      return Unmanaged<TileRoom>.fromOpaque(known).takeUnretainedValue()
    }
    let room = TileRoom()
    pthread_setspecific(key, Unmanaged.passRetained(room).toOpaque())
    return room
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { room in
      if let room { Unmanaged<TileRoom>.fromOpaque(room).release() }
    }
    return key
  }()

  deinit { letGo() }

  /// The next free bytes, or nil when there are too few this time.
  func take(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    if used == 0, size < wanted {
      letGo()
      block = Allocator.allocate(byteCount: wanted)
      size = wanted
    }
    guard used + byteCount <= size, let block else {
      wanted = max(wanted, used + byteCount)
      return nil
    }
    defer { used += byteCount }
    return block + used
  }

  func giveBack(_ byteCount: Int) { used -= byteCount }

  private func letGo() {
    if let block { Allocator.deallocate(block, byteCount: size) }
    block = nil
  }
}
