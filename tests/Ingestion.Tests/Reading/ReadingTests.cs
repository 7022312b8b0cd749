using AgentHelpdesk.Ingestion.Reading;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Tests.Reading;

/// <summary>Reads made-up PDFs with the options a test asks for.</summary>
public abstract class ReadingTests
{
    /// <summary>Prose whose lines fill a column of some 430 points at 10 points.</summary>
    protected static readonly string[] Prose =
    [
        "L'allocation est due à compter du premier jour du mois civil suivant celui de la demande et elle est",
        "versée mensuellement à terme échu par l'organisme débiteur dans les conditions fixées par décret et",
        "sous réserve que le bénéficiaire ait transmis les pièces justificatives mentionnées sur le formulaire.",
    ];

    internal static ReadOutcome Outcome(byte[] content, ReadingOptions? options = null) =>
        new PdfReader(Options.Create(options ?? new ReadingOptions())).Read(content, TestContext.Current.CancellationToken);

    internal static ReadDocument Read(TestPdf pdf, ReadingOptions? options = null) => Read(pdf.ToBytes(), options);

    internal static ReadDocument Read(byte[] content, ReadingOptions? options = null) =>
        Outcome(content, options).ShouldBeOfType<ReadOutcome.Read>().Document;

    internal static string[] Texts(ReadDocument document, params BlockKind[] kinds) =>
        [.. document.Blocks.Where(block => kinds.Length == 0 || kinds.Contains(block.Kind)).Select(block => block.Text)];
}
