internal import Kernels

/// Where a tensor's elements live and its operations run.
///
///     let device: Device = .cuda.isAvailable ? .cuda : .cpu
public struct Device: Sendable, Hashable {
  package enum Kind: UInt8, Sendable { case cpu, cuda }

  package let kind: Kind

  /// The processor of this machine.
  public static let cpu = Device(kind: .cpu)

  /// The first NVIDIA device.
  public static let cuda = Device(kind: .cuda)

  /// Whether tensors can be made on this device in this process.
  public var isAvailable: Bool { kind == .cpu }

  /// The product's name, such as `AMD EPYC 9654 96-Core Processor`.
  public var name: String { kind == .cpu ? Processor.name : "no CUDA device" }
}

extension Device: CustomStringConvertible {
  /// PyTorch's name for the kind of device: `cpu` or `cuda`.
  public var description: String { kind == .cpu ? "cpu" : "cuda" }
}

extension Bool {
  /// The CUDA device, so that `.cuda.isAvailable ? .cuda : .cpu` reads as it does.
  ///
  /// The condition of `?:` is a `Bool`, so Swift looks there for the leading-dot member `cuda`.
  public static var cuda: Device { .cuda }

  /// The processor, for the same reason.
  public static var cpu: Device { .cpu }
}
