using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Samples;

/// <summary>
/// Prints a sample's text through headless Chromium, tagged and with bookmarks. The same Chromium with the same fonts gives the same
/// bytes; another version or other fonts may break lines elsewhere.
/// </summary>
internal sealed partial class PdfPrinter(string chromium)
{
    public async Task<byte[]> PrintAsync(string text, CancellationToken cancellationToken)
    {
        var work = Directory.CreateTempSubdirectory("samples-");
        try
        {
            var page = Path.Combine(work.FullName, Path.GetFileName(text));
            var pdf = Path.ChangeExtension(page, ".pdf");
            await File.WriteAllTextAsync(page, FrenchTypography.Apply(await File.ReadAllTextAsync(text, cancellationToken)), cancellationToken);
            File.Copy(Path.Combine(Path.GetDirectoryName(text) ?? "", "sample.css"), Path.Combine(work.FullName, "sample.css"));
            await RunAsync(page, pdf, work.FullName, cancellationToken);
            return FixDates(await File.ReadAllBytesAsync(pdf, cancellationToken));
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private async Task RunAsync(string page, string pdf, string work, CancellationToken cancellationToken)
    {
        string[] flags =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", $"--user-data-dir={Path.Combine(work, "profile")}",
            "--generate-pdf-document-outline", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
        ];
        using var process = Process.Start(new ProcessStartInfo(chromium, flags) { RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{chromium} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await output;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0 || !File.Exists(pdf))
            throw new InvalidOperationException($"{chromium} printed no {Path.GetFileName(pdf)} (exit {process.ExitCode}):\n{errors}");
    }

    /// <summary>The dates of printing are the only bytes that differ between two runs; replaced by a text of the same length, offsets stay right.</summary>
    private static byte[] FixDates(byte[] pdf) =>
        Encoding.Latin1.GetBytes(PrintDate().Replace(Encoding.Latin1.GetString(pdf), "Date (D:20260101000000+00'00')"));

    [GeneratedRegex(@"Date \(D:\d{14}\+00'00'\)")]
    private static partial Regex PrintDate();
}
