import ArgumentParser
import Glibc
import Kernels
import Martlet

/// Trains the tutorials' networks on real data and prints one JSON line for each.
///
/// The fields are those of the PyTorch side of the comparison, so that the lines of both can stand
/// in one table.
struct Tutorials: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Trains the tutorials' networks and prints images per second as JSON lines.")

  @Option(help: "Folder that holds MNIST/raw and FashionMNIST/raw.")
  var data: String

  @Option(
    help: "Networks, separated by commas: \(Tutorial.all.map(\.name).joined(separator: ",")).")
  var net = "all"

  @Option(help: "Where batches come from, separated by commas: tensor, loader.")
  var mode = "tensor"

  @Option(help: "Steps to train each network; 0 for whole epochs.")
  var steps = 0

  @Option(help: "Epochs; when given, the accuracy on the test half is measured too.")
  var epochs = 0

  @Option(help: "Threads; 0 for one per core.")
  var threads = 0

  @Option(
    help: """
      Instruction sets to force one after the other, without PyTorch: all, or some of \
      \(InstructionSet.allCases.map(\.rawValue).joined(separator: ",")).
      """)
  var instructions = ""

  @Option(help: "Seed of the initial weights and the order of the pictures.")
  var seed = 0

  @Option(help: "The Python whose PyTorch trains the same beside us, if it has one.")
  var python = "python3"

  @Flag(help: "Let PyTorch also compile the networks (torch.compile), a minute for each.")
  var compile = false

  @Flag(help: "Leave PyTorch out.")
  var alone = false

  func run() throws {
    if !instructions.isEmpty { return try runForced() }
    // Both are read when the first tensor or data set is made.
    setenv("MARTLET_DATA", data, 1)
    if threads > 0 { setenv("MARTLET_THREADS", "\(threads)", 1) }
    let machine = Machine()
    print(machine.description)
    let peer = alone ? nil : TorchPeer(python: python, compiles: compile)
    defer { peer?.finish() }
    for tutorial in try selected() {
      for mode in try modes() {
        let race = Race(
          tutorial: tutorial, mode: mode, data: data, steps: steps, epochs: epochs, seed: seed,
          peak: machine.peak)
        print(try race.run())
        fflush(nil)
        peer?.run(
          net: tutorial.name, mode: mode, data: data, steps: steps, epochs: epochs,
          threads: ThreadPool.shared.threads)
      }
    }
  }

  private func selected() throws -> [Tutorial] {
    if net == "all" { return Tutorial.all }
    return try net.split(separator: ",").map { name in
      guard let tutorial = Tutorial.all.first(where: { $0.name == name }) else {
        throw ValidationError("There is no network '\(name)'.")
      }
      return tutorial
    }
  }

  private func modes() throws -> [BatchMode] {
    try mode.split(separator: ",").map { name in
      guard let mode = BatchMode(rawValue: String(name)) else {
        throw ValidationError("There is no mode '\(name)': use tensor, loader or both.")
      }
      return mode
    }
  }
}
