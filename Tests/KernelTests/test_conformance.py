"""The kernel against Jupyter's own test suite for kernels."""

import jupyter_kernel_test


class SwiftKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "martlet"
    language_name = "swift"
    file_extension = ".swift"

    code_hello_world = 'print("hello, world")'
    code_stderr = 'import Glibc\nfputs("a warning\\n", stderr)'
    code_generate_error = "let numbers = [1, 2]\nprint(numbers[7])"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": 'let name = "Ada"\nname', "result": "\"Ada\""},
        {"code": "[1, 2].map { $0 * 10 }", "result": "[10, 20]"},
    ]
    code_display_data = [
        {"code": "_ = display([1, 2])", "mime": "text/plain"},
        {"code": '_ = display(MIMEBundle.html("<b>bold</b>"))', "mime": "text/html"},
        {"code": "_ = display(MIMEBundle.json(\"[1]\"))", "mime": "application/json"},
    ]
    code_clear_output = "clearOutput()"
    complete_code_samples = [
        "1",
        "print(1)",
        "func f() -> Int {\n  1\n}",
        "let x = [\n  1,\n  2,\n]",
        "struct P {\n  var x = 0\n}",
    ]
    incomplete_code_samples = [
        "func f() {",
        "let x = [1,",
        "print(1",
        'let s = """\nabc',
        "if true {\n  print(1)",
    ]
    invalid_code_samples = ["let 1x = )", "}}"]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "6 ?*"


class WelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "martlet"
    support_iopub_welcome = True
