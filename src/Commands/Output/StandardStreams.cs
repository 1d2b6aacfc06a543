using System.Text;
using Commands.Files;

namespace Commands.Output;

/// <summary>The streams that this process was given.</summary>
public static class StandardStreams
{
    private const int InputDescriptor = 0;
    private const int OutputDescriptor = 1;
    private const int ErrorDescriptor = 2;

    /// <summary>Standard output as bytes; writing throws an <see cref="OutputException"/>, once, when it can't be done.</summary>
    public static Stream Output() => new OutputStream(Open(OutputDescriptor), required: true);

    /// <summary>Standard error as text; what can't be written is dropped, as there is nowhere else to say it.</summary>
    public static TextWriter Error() => Text(new OutputStream(Open(ErrorDescriptor), required: false), autoFlush: true);

    /// <summary>Text in UTF-8, whatever code page the console has.</summary>
    public static TextWriter Text(Stream stream, bool autoFlush) =>
        new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024)
        {
            NewLine = "\n",
            AutoFlush = autoFlush,
        };

    /// <summary>Standard input.</summary>
    /// <exception cref="IOException">This process was given none.</exception>
    public static Stream Input() =>
        WasGiven(InputDescriptor) ? Console.OpenStandardInput() : throw new FaultException("de invoer is gesloten");

    private static Stream? Open(int descriptor)
    {
        if (!WasGiven(descriptor))
        {
            return null;
        }
        if (!OperatingSystem.IsWindows())
        {
            return new UnixOutput(descriptor);
        }
        Console.OutputEncoding = Encoding.UTF8;
        return descriptor == OutputDescriptor ? Console.OpenStandardOutput() : Console.OpenStandardError();
    }

    /// <summary>
    /// What was closed when the process began may since be a file of the runtime's own, which closes on exec as no given one does.
    /// </summary>
    private static bool WasGiven(int descriptor) =>
        OperatingSystem.IsWindows()
        || (Libc.Fcntl(descriptor, Libc.GetDescriptorFlags) is var flags and >= 0 && (flags & Libc.CloseOnExec) == 0);
}
