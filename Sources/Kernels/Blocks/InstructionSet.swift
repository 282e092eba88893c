internal import BlockKernelsAVX2
internal import BlockKernelsAVX512
internal import BlockKernelsBase
public import BlockTasks
internal import Glibc

/// The families of processors for which the loops over blocks are compiled.
public enum InstructionSet: String, CaseIterable, Sendable {
  /// Vectors of sixteen numbers (x86-64-v4).
  case avx512
  /// Vectors of eight numbers (x86-64-v3).
  case avx2
  /// What every processor has.
  case base

  /// The loops compiled for this family; only for processors that belong to it.
  public var kernels: BlockKernels {
    switch self {
    case .avx512: BlockKernelsAVX512.blockKernels
    case .avx2: BlockKernelsAVX2.blockKernels
    case .base: BlockKernelsBase.blockKernels
    }
  }

  /// Whether this machine's processor belongs to the family.
  public var isSupported: Bool {
    switch self {
    case .avx512: Processor.hasV4
    case .avx2: Processor.hasAVX2
    case .base: true
    }
  }

  /// The family that is used: the best one, or the one that `MARTLET_ISA` names if the processor
  /// belongs to it.
  public static let chosen: InstructionSet = {
    let supported = allCases.filter(\.isSupported)
    if let name = getenv("MARTLET_ISA"),
      let wanted = supported.first(where: { $0.rawValue == String(cString: name) })
    {
      return wanted
    }
    return supported[0]
  }()
}
