import Foundation

/// How many damaged files a test tries: `usual`, or as many as `MARTLET_FUZZ` in the environment
/// says, for a long run by hand.
func fuzzRounds(_ usual: Int) -> Int {
  ProcessInfo.processInfo.environment["MARTLET_FUZZ"].flatMap(Int.init) ?? usual
}
