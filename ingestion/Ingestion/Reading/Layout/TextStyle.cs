namespace AgentHelpdesk.Ingestion.Reading.Layout;

[Flags]
internal enum TextStyle : byte
{
    Regular = 0,
    Bold = 1,
    Italic = 2,

    /// <summary>Drawn without ink: the text layer over a scanned image.</summary>
    Hidden = 4,
}
