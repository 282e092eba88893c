import ArgumentParser

/// The program `martlet-bench`: every measured claim of the README.
@main struct MartletBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "martlet-bench", abstract: "Measures what the README claims.",
    subcommands: [Cells.self, Tutorials.self, Operations.self, PlotRace.self])
}
