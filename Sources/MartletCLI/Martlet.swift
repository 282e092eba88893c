import ArgumentParser

/// The program `martlet`.
@main
struct Martlet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "martlet",
    abstract: "Swift in Jupyter notebooks.",
    subcommands: [KernelCommand.self, PrepareCommand.self])
}
