internal import Glibc

extension ByteStore {
  /// Stops when a state needs more memory than this machine has: a file can announce terabytes and
  /// even have that size without taking any place on the disk.
  func requireMemory(_ bytes: Int) throws {
    let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    if bytes < memory { return }
    throw StateFileError(
      "the state needs \(bytes) bytes, and this machine has \(memory)", at: name,
      hint: "load it on a machine with more memory")
  }
}
