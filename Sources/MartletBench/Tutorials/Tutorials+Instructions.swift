import ArgumentParser
import Glibc
import Kernels

extension Tutorials {
  /// Runs the same once for each of the instruction sets, in processes of their own, since a process
  /// chooses its loops but once.
  func runForced() throws {
    for set in try forced() {
      setenv("MARTLET_ISA", set.rawValue, 1)
      setenv("OPENBLAS_CORETYPE", set.coreType, 1)
      fflush(nil)
      var child = pid_t()
      let words = [
        "martlet-bench", "tutorials", "--alone", "--data", data, "--net", net, "--mode", mode,
        "--steps", "\(steps)", "--epochs", "\(epochs)", "--threads", "\(threads)", "--seed",
        "\(seed)",
      ]
      var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
      defer { for argument in arguments { free(argument) } }
      arguments.append(nil)
      let failure = posix_spawn(&child, "/proc/self/exe", nil, nil, arguments, environ)
      guard failure == 0 else {
        throw ValidationError("cannot start myself: \(String(cString: strerror(failure)))")
      }
      var status: Int32 = 0
      waitpid(child, &status, 0)
      if status != 0 { throw ExitCode.failure }
    }
  }

  private func forced() throws -> [InstructionSet] {
    let supported = InstructionSet.allCases.filter(\.isSupported)
    if instructions == "all" { return supported }
    return try instructions.split(separator: ",").map { name in
      guard let set = supported.first(where: { $0.rawValue == name }) else {
        throw ValidationError(
          "this processor has no instructions '\(name)': it has "
            + supported.map(\.rawValue).joined(separator: ", "))
      }
      return set
    }
  }
}

extension InstructionSet {
  /// The core whose loops OpenBLAS takes with these instructions.
  fileprivate var coreType: String {
    switch self {
    case .avx512: "SkylakeX"
    case .avx2: "Haswell"
    case .base: "Prescott"
    }
  }
}
