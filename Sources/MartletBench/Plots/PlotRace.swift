import ArgumentParser
import Foundation
import Martlet

/// Writes three figures to PNG files, and has matplotlib do the same where there is one.
struct PlotRace: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plots",
    abstract: "Writes figures to PNG files, beside matplotlib, and prints JSON lines.")

  @Option(help: "A Python that can import matplotlib; without it only our side is measured.")
  var python: String?

  @Option(help: "How often each figure is drawn.")
  var rounds = 20

  func run() throws {
    if rounds < 1 { throw ValidationError("There must be a round.") }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("martlet-plots-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let peer = try python.map { try matplotlib($0, folder.path) }
    for (place, scene) in PlotScene.all().enumerated() {
      let ours = try measure(scene, folder.path)
      var line = "{\"figure\": \"\(scene.name)\", \"rounds\": \(rounds), \"ms\": \(ours)"
      if let peer {
        let theirs = peer.figures[place]
        line +=
          ", \"matplotlib\": \"\(peer.version)\", \"matplotlib_savefig_ms\": \(theirs), "
          + "\"times_faster\": \(Median(theirs.wall / ours.wall, theirs.cpu / ours.cpu))"
      }
      print(line + "}")
      fflush(nil)
    }
  }

  /// All calls of a figure and its file; two rounds before the clock starts.
  ///
  /// Each round has a file of its own, since some file systems wait for the disk when a file takes
  /// the place of another one.
  private func measure(_ scene: PlotScene, _ folder: String) throws -> Median {
    var rounds: [(Double, Double)] = []
    for round in 0..<self.rounds + 2 {
      let start = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
      scene.draw()
      try plt.savefig("\(folder)/\(scene.name)-\(round).png")
      plt.close()
      rounds.append(
        (seconds(CLOCK_MONOTONIC) - start.0, seconds(CLOCK_PROCESS_CPUTIME_ID) - start.1))
    }
    return Median(Array(rounds.dropFirst(2)))
  }

  private func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private func matplotlib(
    _ python: String, _ folder: String
  ) throws -> (version: String, figures: [Median]) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", matplotlibScenes, folder, "\(rounds)"]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let lines = text.split(separator: "\n")
    let each = rounds + 2
    guard process.terminationStatus == 0, lines.count == 1 + 3 * each else {
      throw ValidationError("\(python) did not draw the figures with matplotlib.")
    }
    let times = lines.dropFirst().map { line in
      let numbers = line.split(separator: " ").compactMap { Double($0) }
      return (numbers[0], numbers[1])
    }
    return (
      String(lines[0]),
      (0..<3).map { Median(Array(times[$0 * each + 2..<($0 + 1) * each])) }
    )
  }
}

/// The middle of several measurements, by the clock and by the processor.
private struct Median: CustomStringConvertible {
  let wall: Double
  let cpu: Double

  init(_ wall: Double, _ cpu: Double) { (self.wall, self.cpu) = (wall, cpu) }

  /// Milliseconds from seconds.
  init(_ rounds: [(Double, Double)]) {
    wall = 1000 * rounds.map(\.0).sorted()[rounds.count / 2]
    cpu = 1000 * rounds.map(\.1).sorted()[rounds.count / 2]
  }

  var description: String {
    let (wall, cpu) = (String(format: "%.2f", wall), String(format: "%.2f", cpu))
    return "{\"wall\": \(wall), \"cpu\": \(cpu)}"
  }
}
