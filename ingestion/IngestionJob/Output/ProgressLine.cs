using AgentHelpdesk.Ingestion;
using Spectre.Console;

namespace AgentHelpdesk.IngestionJob.Output;

/// <summary>One line under the outcomes that says how far the run is: drawn over itself on a terminal, absent elsewhere.</summary>
internal sealed class ProgressLine(JobConsole console) : IProgress<IngestProgress>, IDisposable
{
    private readonly bool _isShown = console.IsTerminal && !console.WritesJson;
    private bool _isDrawn;

    /// <summary>Called by the run after each file, on its own thread, before that file's outcome is said.</summary>
    public void Report(IngestProgress value)
    {
        if (!_isShown)
            return;
        Clear();
        AnsiConsole.Markup("[grey]" + Markup.Escape(console.Messages.Progress(value)) + "[/]");
        _isDrawn = true;
    }

    /// <summary>Makes room for a line that stays.</summary>
    public void Clear()
    {
        if (!_isDrawn)
            return;
        AnsiConsole.Write(new ControlCode("\r\u001b[2K"));
        _isDrawn = false;
    }

    public void Dispose() => Clear();
}
