internal import BlockTasks
internal import Glibc

/// The planes of a block that a thread has computed for what it does now.
struct HeldBlock {
  let owner: DeferredPlanes
  let block: Int
  let planes: UnsafeMutablePointer<Float>
}

/// The blocks that a thread holds, the innermost last: few at a time.
final class HeldBlocks {
  private var blocks: [HeldBlock] = []

  /// The calling thread's.
  static var current: HeldBlocks {
    if let known = pthread_getspecific(key) {
      return Unmanaged<HeldBlocks>.fromOpaque(known).takeUnretainedValue()
    }
    let blocks = HeldBlocks()
    pthread_setspecific(key, Unmanaged.passRetained(blocks).toOpaque())
    return blocks
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { blocks in
      if let blocks { Unmanaged<HeldBlocks>.fromOpaque(blocks).release() }
    }
    return key
  }()

  /// Holds a block for as long as `body` runs.
  func with(_ block: HeldBlock, _ body: () -> Void) {
    blocks.append(block)
    body()
    blocks.removeLast()
  }

  /// The first plane of a block of some planes, if it is held.
  func planes(of owner: DeferredPlanes, block: Int) -> UnsafeMutablePointer<Float>? {
    blocks.last { $0.owner === owner && $0.block == block }?.planes
  }
}
