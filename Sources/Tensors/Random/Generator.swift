internal import Synchronization

/// A source of random numbers that gives PyTorch's for the same seed.
///
///     let generator = Generator(seed: 0)
///     Tensor.randperm(5, generator: generator)  // tensor([4, 1, 2, 0, 3])
///
/// Without `generator:` the functions that need one take `Generator.shared`. A generator may be
/// used from several threads; each fills a tensor at a time.
public final class Generator: Sendable {
  /// The one that `manualSeed` sets; its seed is different in each process until then.
  public static var shared: Generator { replacement ?? process }

  /// What takes the place of the shared generator within a task: tests that run side by side each
  /// have one, so that none draws from another's sequence.
  @TaskLocal package static var replacement: Generator?

  private static let process = Generator(seed: Int(UInt32.random(in: 0 ... .max)))

  private let state: Mutex<RandomState>

  /// A generator at the start of a seed's sequence. (PyTorch's `Generator()` has this seed too.)
  public init(seed: Int = 67_280_421_310_721) { state = Mutex(RandomState(seed: seed)) }

  /// Goes to the start of a seed's sequence.
  public func manualSeed(_ seed: Int) { state.withLock { $0 = RandomState(seed: seed) } }

  /// The seed of the sequence.
  public var initialSeed: Int { state.withLock { $0.seed } }

  /// The next 32 random bits.
  public func random() -> UInt32 { state.withLock { $0.bits.next() } }

  /// The next 64 random bits, the first half of which are the high ones.
  public func random64() -> UInt64 { state.withLock { $0.next64() } }

  /// The next whole number that is not negative: what `torch.empty((), dtype=int64).random_()`
  /// draws, from which PyTorch's DataLoader and RandomSampler take their seeds.
  public func randomSeed() -> Int { Int(random64() % (1 << 63)) }

  /// Runs `body` with the sequence, while no other thread draws from it.
  package func withState<R: Sendable>(_ body: (inout RandomState) -> R) -> R {
    state.withLock { body(&$0) }
  }
}

/// Restarts the shared generator from a seed: `torch.manual_seed(seed)`.
///
///     manualSeed(0)
///     Tensor.rand(2)  // tensor([0.4963, 0.7682])
@discardableResult
public func manualSeed(_ seed: Int) -> Generator {
  Generator.shared.manualSeed(seed)
  return .shared
}
