using AgentHelpdesk.Samples;

// Turns texts/*.html into pdf/*.pdf. Runs only when someone changes a text: the PDFs are in the repository.
var chromium = args.Length > 0 ? args[0] : "/usr/bin/chromium";
if (!File.Exists(chromium))
{
    Console.Error.WriteLine($"No Chromium at {chromium}: the samples are printed by it.\nInstall it (Debian: apt-get install chromium) or give its path as the argument.");
    return 1;
}

var folder = SamplesFolder.Find();
var printer = new PdfPrinter(chromium);
foreach (var text in Directory.EnumerateFiles(Path.Combine(folder, "texts"), "*.html").Order(StringComparer.Ordinal))
{
    var pdf = await printer.PrintAsync(text, CancellationToken.None);
    var target = Path.Combine(folder, "pdf", Path.ChangeExtension(Path.GetFileName(text), ".pdf"));
    await File.WriteAllBytesAsync(target, pdf);
    Console.WriteLine($"{Path.GetFileName(target)}: {pdf.Length} bytes");
}

// A download that was cut off: the page tree stands at the end of the file, so nothing can be recovered from this part.
var whole = await File.ReadAllBytesAsync(Path.Combine(folder, "pdf", "guide-pension-de-rivage.pdf"));
await File.WriteAllBytesAsync(Path.Combine(folder, "pdf", "document-endommage.pdf"), whole[..(whole.Length * 2 / 5)]);
return 0;
