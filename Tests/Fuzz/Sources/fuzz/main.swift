import CFuzzer
import Foundation

// Which target is fuzzed comes by environment, for libFuzzer reads the arguments.
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &arguments, testOneInput))
